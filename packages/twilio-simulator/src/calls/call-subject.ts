import type { Call } from '../world/index.ts';
import type { CallLog } from './call-log.ts';

/** The part of a call leg that a request about it needs. */
export interface CallSubject {
  readonly call: Call;
  readonly log: CallLog;
  readonly stirVerstat: string | undefined;
  /** Why the network ended the call, where that is more than its status says. */
  readonly sipCode: number | undefined;
  /** Adds work that has to be done before the call counts as settled. */
  track(work: Promise<unknown>): void;
}
