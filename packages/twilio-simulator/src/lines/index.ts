export type { Carrier, LineCountry, LookUpType } from './carrier.ts';
export { CARRIERS } from './carriers/index.ts';
export { findCarrier, type LineProfile, profileOf } from './find-carrier.ts';
export { accept, type DialOutcome, type Pressed, pressKeys } from './press-keys.ts';
export { type LineResponse, respond } from './respond.ts';
