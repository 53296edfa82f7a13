export type {
  ForwardingChange,
  ForwardingRecord,
  ForwardingStore,
} from './forwarding-store.ts';
export type {
  ForwardingLeg,
  ForwardingTestChange,
  ForwardingTestRecord,
  ForwardingTestStore,
} from './forwarding-test-store.ts';
export type { Forwardings, StartForwarding, VerifyForwarding } from './forwardings.ts';
