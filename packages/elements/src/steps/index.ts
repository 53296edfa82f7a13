export { ChoosePathElement, choosePathStyles } from './choose-path/index.ts';
export { LiveNumberElement } from './live-number/index.ts';
export { MessageElement } from './message/index.ts';
export { OrderProgressElement, orderProgressStyles } from './order-progress/index.ts';
export { describeSearch, PickNumberElement, searchFieldsStyles } from './pick-number/index.ts';
export { grouped, hero, type Say, SetupInputEvent, StepElement } from './step/index.ts';
