import type { ForwardingCondition } from './forwarding-line.ts';

/**
 * A test call: placed to the existing line from a number that is not the tenant's, and expected back on the tenant's.
 *
 * @public
 */
export interface ForwardingTest {
  /** `fwt_…` */
  readonly id: string;
  readonly forwardingId: string;
  /** Is it to prove that the forwarding is on, or that it is off? */
  readonly purpose: 'on' | 'off';
  readonly condition: ForwardingCondition;
  /**
   * `queued`: waits for its turn. `calling`: the call is being placed. `ringing`: the existing line rings.
   * `came-back`: it arrived at the tenant's number. `done`: see `outcome`.
   */
  readonly stage: 'queued' | 'calling' | 'ringing' | 'came-back' | 'done';
  /** Null until `done`. */
  readonly outcome: ForwardingTestOutcome | null;
  /** The one best thing to do next; null when there is nothing to do. */
  readonly remedy: ForwardingRemedy | null;
  /** ISO 8601, UTC: when the call is placed at the earliest. */
  readonly placedAt: string;
  /** When the test ends at the latest. */
  readonly endsBy: string;
  readonly endedAt: string | null;
}

/**
 * What a test call showed. `verified`: it came back to us. `off`: it certainly did not, as wanted.
 * `still-forwarded`: it came back though it should be off. `not-forwarded`: a person answered, or nothing came back.
 * `voicemail-answered`: a machine of the carrier's took it. `busy`, `no-answer`: it says nothing either way.
 * `loop`: it went round in a circle. `blocked`: the call was refused. `unclear`: the carrier told us nothing.
 *
 * @public
 */
export type ForwardingTestOutcome =
  | 'verified'
  | 'off'
  | 'still-forwarded'
  | 'not-forwarded'
  | 'voicemail-answered'
  | 'busy'
  | 'no-answer'
  | 'loop'
  | 'blocked'
  | 'unclear';

/**
 * The next thing to try. `next-code`: the plan of the next alternative. `dial-again`: the same code once more.
 * `turn-off-voicemail`: the carrier's voicemail comes first. `let-it-ring`: do not pick up during the test.
 * `hang-up`: the line must be free. `keep-line-busy`: the line must be in use. `settings`: use the phone's settings.
 * `ask-carrier`: only the carrier can help. `break-loop`: the line forwards to something that forwards back.
 * `test-again`: nothing was learned. `dial-undo`: the cancel code once more.
 *
 * @public
 */
export type ForwardingRemedy =
  | 'next-code'
  | 'dial-again'
  | 'turn-off-voicemail'
  | 'let-it-ring'
  | 'hang-up'
  | 'keep-line-busy'
  | 'settings'
  | 'ask-carrier'
  | 'break-loop'
  | 'test-again'
  | 'dial-undo';
