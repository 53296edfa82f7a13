export { callControls } from './call-controls.ts';
export type { CallEngine, CallEngineOptions, DialOptions } from './call-engine.ts';
export { createCallEngine } from './call-engine.ts';
export type { CallChange, CallEvent, CallEventBody, TranscriptEntry, WebhookPurpose } from './call-event.ts';
export type { CallHandle } from './call-handle.ts';
export type { Geography } from './call-network.ts';
export { liveFeed } from './live-feed.ts';
export type { OutsidePhone, OutsidePhones } from './outside-phones.ts';
export { showCall, showCallInFull } from './show-call.ts';
