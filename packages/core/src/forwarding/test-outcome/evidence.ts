import type { ForwardingCondition, LineKind } from '@numberkit/contract';
import type { CallStatus, CarrierCall } from '../../carrier/index.ts';

/** All that is known about a test call by now. Times in milliseconds since 1970. */
export interface TestEvidence {
  readonly purpose: 'on' | 'off';
  readonly condition: ForwardingCondition;
  readonly lineKind: LineKind;
  /** Calls that came in at the tenant's number since the test call was placed, each once. */
  readonly legs: readonly TestLeg[];
  /** The test call as it was last seen; null while it is not placed, or not found. */
  readonly call: TestCall | null;
  /** The carrier's code when it refused to place the call. */
  readonly refusal: string | null;
  /** Has `endsBy` passed? */
  readonly expired: boolean;
  /**
   * How many calls besides `legs` came in at the tenant's number while the test ran, from whomever, as the carrier
   * lists them: a carrier may show any caller for a forwarded call, and our webhook may have been down. Null while the
   * carrier has not been asked, `unknown` when it does not tell. Needed for `off` alone: see {@link Judgement}.
   */
  readonly otherCalls: number | 'unknown' | null;
  /** Is there another code to try? */
  readonly hasNextCode: boolean;
  /** Did a test with this same code fail before? */
  readonly failedBefore: boolean;
}

/** A call that came in during the test. `line`: it shows the existing line as the caller, as some carriers do. */
export interface TestLeg {
  readonly from: 'verifier' | 'line';
  readonly at: number;
}

/** The test call itself. */
export interface TestCall {
  readonly status: CallStatus;
  readonly answeredBy: CarrierCall['answeredBy'];
  /** The last SIP response, from the status callback; null when it was not told. */
  readonly sipCode: number | null;
  /** When it was first seen answered; when only its end was seen: its end less its duration. */
  readonly answeredAt: number | null;
  /** From the answer to the end; null until it ended. */
  readonly durationSeconds: number | null;
  /** From the first ring to the answer or the end; null when it never rang, or nobody saw. */
  readonly rangSeconds: number | null;
}
