export {
  type CreateForwardingsDeps,
  createForwardings,
  type ForwardingsRoom,
} from './create-forwardings.ts';
export type { AskWay, CarrierEntry, CodeWay, LineEntry, SettingsWay, Way } from './dial-codes/index.ts';
export { forwardingErrors } from './errors.ts';
export type { ForwardingDeps, ForwardingStorage, ForwardingStores } from './forwarding-deps.ts';
export type { ForwardingLimits, ForwardingOptions } from './forwarding-options.ts';
export type { EarlierWay, ForwardingChange, ForwardingRecord, ForwardingStore } from './forwarding-store.ts';
export type {
  ForwardingLeg,
  ForwardingTestChange,
  ForwardingTestRecord,
  ForwardingTestStore,
} from './forwarding-test-store.ts';
export type { Forwardings, StartForwarding, VerifyForwarding } from './forwardings.ts';
export type { SettleTestsReport } from './proof/index.ts';
export type { RecheckReport } from './recheck-forwardings.ts';
