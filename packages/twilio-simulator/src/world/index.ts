export type { Account, AccountOptions, ApiKey } from './account.ts';
export { rotateAuthToken } from './account.ts';
export type { Address, AddressStore } from './address.ts';
export type { Bill, BillCategory, BillEntry } from './bill.ts';
export type {
  Call,
  CallDirection,
  CallInstructions,
  CallPlacer,
  CallStatus,
  CallStore,
  PlaceCallRequest,
  UpdateCallRequest,
} from './calls.ts';
export { FINAL_CALL_STATUSES } from './calls.ts';
export type { ClockOptions, ScheduledTask, SimulatorClock } from './clock.ts';
export { createClock } from './clock.ts';
export type { Ids } from './ids.ts';
export type {
  CarrierQuirks,
  DestinationFormat,
  ForwardPart,
  Heard,
  Line,
  LineBehaviour,
  LineBlock,
  LineForward,
  LineKind,
  UnansweredActivation,
} from './line.ts';
export { FORWARD_PARTS } from './line.ts';
export type { LineStore } from './line-store.ts';
export type { NumberStore } from './number-store.ts';
export type { EmergencyAddressStatus, HttpMethod, OwnedNumber, VoiceRoute } from './owned-number.ts';
export { voiceRouteOf } from './owned-number.ts';
export { formatMicros, PRICES } from './prices.ts';
export type { Random } from './random.ts';
export { createRandom, hash32 } from './random.ts';
export type { WorldSnapshot } from './snapshot.ts';
export { restoreWorld, snapshotWorld } from './snapshot.ts';
export type { AddressRequirement, Capabilities, NumberType, StockNumber } from './stock-number.ts';
export { formatNational } from './stock-number.ts';
export type { World, WorldOptions } from './world.ts';
export { createWorld } from './world.ts';
