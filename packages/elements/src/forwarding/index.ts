export {
  chosenCarrier,
  chosenCondition,
  chosenLine,
  conditionsOf,
  shownCarriers,
  standardOf,
} from './choices.ts';
export { openNext } from './choose-forwarding.ts';
export type { ForwardingNews } from './effect.ts';
export { formatAsTyped } from './format-line.ts';
export { isForwarding } from './forwarding-client.ts';
export { NumberkitForwardingEvent } from './forwarding-event.ts';
export type { ForwardingInput } from './input.ts';
export {
  type ForwardingModel,
  type ForwardingView,
  type GuideWay,
  initialForwarding,
  type LineProblem,
  type Work,
  type WorkFailure,
  type WorkKind,
} from './model.ts';
export { type Cure, cureOf } from './remedy.ts';
export { ForwardingSession } from './session.ts';
export { createForwardingSnapshots } from './snapshot.ts';
export { canGoBack } from './update.ts';
