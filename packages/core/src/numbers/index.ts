export { canMove, isOver, type NumberState } from './number-life.ts';
export type { NumberChange, NumberRecord, NumberStore } from './number-store.ts';
