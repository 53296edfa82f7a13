export type { ApiErrorKind } from './api/index.ts';
export { PhoneDialGuideElement } from './dial-guide/index.ts';
export {
  NumberkitActivatedEvent,
  NumberkitErrorEvent,
  NumberkitLeaveEvent,
  NumberkitPathEvent,
  NumberkitStepEvent,
} from './events/index.ts';
export { NumberkitForwardingEvent } from './forwarding/index.ts';
export {
  englishForwarding,
  type ForwardingLocale,
  type GuideWords,
  germanForwarding,
} from './forwarding-words/index.ts';
export { english, type Locale, type PanelWords, type PathWords } from './locale/index.ts';
export { PhoneSetupElement } from './phone-setup/index.ts';
export type { SetupStep } from './setup/index.ts';
export {
  ChoosePathElement,
  LiveNumberElement,
  MessageElement,
  OrderProgressElement,
  PickNumberElement,
} from './steps/index.ts';
