export { ChoosePathElement } from './choose-path/index.ts';
export { LiveNumberElement } from './live-number/index.ts';
export { MessageElement } from './message/index.ts';
export { OrderProgressElement } from './order-progress/index.ts';
export { describeSearch, PickNumberElement } from './pick-number/index.ts';
export { SetupInputEvent, StepElement } from './step/index.ts';
