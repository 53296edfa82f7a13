export type { LimitCounter, LimitStore } from './limit-store.ts';
