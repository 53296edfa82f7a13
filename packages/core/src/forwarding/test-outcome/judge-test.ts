import type {
  ForwardingCondition,
  ForwardingRemedy,
  ForwardingTestOutcome,
  LineKind,
} from '@numberkit/contract';
import type { CallStatus, CarrierCall } from '../../carrier/index.ts';

/** All that is known about a test call by now. Times in milliseconds since 1970. */
export interface TestEvidence {
  readonly purpose: 'on' | 'off';
  readonly condition: ForwardingCondition;
  readonly lineKind: LineKind;
  /** Calls that came in at the tenant's number since the test call was placed, each once. */
  readonly legs: readonly TestLeg[];
  /** The test call as it was last seen; null when it is not placed, or not found. */
  readonly call: TestCall | null;
  /** The carrier's code when it refused to place the call. */
  readonly refusal: string | null;
  /** Has `endsBy` passed? */
  readonly expired: boolean;
  /**
   * Every other call that came in at the tenant's number while the test ran, as the carrier lists them, whatever our
   * webhook saw; null while the carrier has not been asked. Only a test for `off` needs it: see `Judgement`.
   */
  readonly otherCalls: number | null;
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
  /** From the first ring to the answer or the end; null when it never rang. */
  readonly rangSeconds: number | null;
}

/**
 * `wait`: nothing can be said yet. `ask`: all points to `off`; ask the carrier for calls to the tenant's number since
 * the test call was placed (their legs and `otherCalls`), then judge again. `done`: that is what it showed.
 */
export type Judgement =
  | { readonly kind: 'wait' | 'ask' }
  | {
      readonly kind: 'done';
      readonly outcome: ForwardingTestOutcome;
      readonly remedy: ForwardingRemedy | null;
    };

/** How long `attend` holds a call that shows the existing line as its caller. */
export const HOLD_SECONDS = 5;

/** Decides what a test call has shown so far. Without a call that came in it never says `verified`. */
export function judgeTest(evidence: TestEvidence): Judgement {
  if (evidence.legs.some((leg) => leg.from === 'verifier')) {
    return evidence.purpose === 'on'
      ? { kind: 'done', outcome: 'verified', remedy: null }
      : { kind: 'done', outcome: 'still-forwarded', remedy: 'dial-undo' };
  }
  if (evidence.expired) return { kind: 'done', outcome: 'unclear', remedy: 'test-again' };
  return { kind: 'wait' };
}
