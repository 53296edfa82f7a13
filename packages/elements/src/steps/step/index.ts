export { grouped } from './grouped.ts';
export { hero } from './hero.styles.ts';
export type { Say } from './say.ts';
export { SetupInputEvent } from './setup-input-event.ts';
export { StepElement } from './step-element.ts';
