import type { TenantNumber } from './purchase-number.ts';

/**
 * Which calls to the existing line are sent on. `unanswered`: busy, no answer and unreachable together, so that the
 * line rings first.
 *
 * @public
 */
export type ForwardingCondition = 'all' | 'unanswered' | 'busy' | 'no-answer' | 'unreachable';

/**
 * What kind of line it is, as its owner would say. `app`: it lives in a program (Google Voice, RingCentral) and has
 * settings instead of codes.
 *
 * @public
 */
export type LineKind = 'mobile' | 'landline' | 'app';

/**
 * Where a forwarding stands. `setting-up`: a number is assigned, nothing is proved yet. `verified`: a test call came
 * back to us. `broken`: it was verified once and a later test did not come back. `cancelling`: the tenant wants it
 * off; nothing is proved yet. `off`: a test call showed that it is off; final.
 *
 * @public
 */
export type ForwardingStatus = 'setting-up' | 'verified' | 'broken' | 'cancelling' | 'off';

/**
 * An existing line of a tenant's that is to send its calls to a number of ours.
 *
 * @public
 */
export interface Forwarding {
  /** `fwd_…` */
  readonly id: string;
  readonly status: ForwardingStatus;
  readonly existingLine: ExistingLine;
  /** Where the calls go. */
  readonly number: TenantNumber;
  /** `known: false`: nobody told the carrier, or it is none of the list; the plan is the standard. */
  readonly carrier: { readonly id: string; readonly name: string; readonly known: boolean };
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  /** How to turn it on. */
  readonly plan: ForwardingPlan;
  /** How to turn it off again. */
  readonly undo: ForwardingPlan;
  /** Which of the known ways the plan shows, from 0; and how many there are. */
  readonly alternative: number;
  readonly alternatives: number;
  /** The newest test, if there was one. */
  readonly test: ForwardingTest | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly verifiedAt: string | null;
  /** Only while `broken`: when a test showed it, and the likely cause. */
  readonly broken: { readonly at: string; readonly cause: ForwardingBreak } | null;
}

/**
 * The tenant's own line.
 *
 * @public
 */
export interface ExistingLine {
  /** E.164. */
  readonly phoneNumber: string;
  /** As people of its country write it. */
  readonly display: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

/**
 * Why a forwarding that worked does no longer. `turned-off`: the line rings or a person answers.
 * `voicemail-first`: the carrier's voicemail takes the calls. `refused`: calls to the line fail.
 *
 * @public
 */
export type ForwardingBreak = 'turned-off' | 'voicemail-first' | 'refused' | 'loop';

/**
 * What to do, in order, to turn a forwarding on or off.
 *
 * @public
 */
export interface ForwardingPlan {
  readonly purpose: 'on' | 'off';
  readonly steps: readonly ForwardingStep[];
  /**
   * How sure we are. `official`: the carrier says so. `reported`: others say so. `conflicting`: sources contradict each
   * other. `standard`: nobody says anything about this carrier; it is what the standard says.
   */
  readonly confidence: 'official' | 'reported' | 'conflicting' | 'standard';
  /** Where it is from. */
  readonly source: string;
  /** When that was looked at, `2026-11-22`. */
  readonly checkedOn: string;
}

/**
 * One step of a plan.
 *
 * @public
 */
export type ForwardingStep = DialStep | SettingsStep | AskCarrierStep;

/**
 * Dial a code on the line itself.
 *
 * @public
 */
export interface DialStep {
  readonly kind: 'dial';
  /** The keys in order: `0-9`, `*`, `#`, `,` for "wait for the tone", and `+` (on mobiles: 0, held down). */
  readonly keys: string;
  /** The same, grouped as people read it: `*71 510 555 0142`. */
  readonly shown: string;
  /** Opens the phone's own dialler with the code: `tel:**21*5105550142%23`. */
  readonly tel: string;
  /** How it is sent. `call`: the call button. `lift`: on a desk phone, lift the receiver first. */
  readonly press: 'call' | 'lift';
  /** What the customer hears or sees when the carrier took it. */
  readonly hears: 'tone' | 'beeps' | 'message' | 'our-voice';
  /** It only counts when the number dialled answers, as ours does. */
  readonly mustBeAnswered: boolean;
}

/**
 * Change a setting of the phone or of the carrier's app or page.
 *
 * @public
 */
export interface SettingsStep {
  readonly kind: 'settings';
  /** Names of the menus, outermost first, as they are written on the screen. */
  readonly path: readonly string[];
  /** Address of the page, when it is one. */
  readonly url: string | null;
  /** The number to enter there, as people write it; null when there is nothing to enter. */
  readonly enter: string | null;
}

/**
 * Nothing to dial and no setting is known: the carrier must be asked.
 *
 * @public
 */
export interface AskCarrierStep {
  readonly kind: 'ask-carrier';
  readonly carrierName: string;
  /** The number to name to the carrier, as people write it; null when it is about turning off. */
  readonly enter: string | null;
}

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

/**
 * A carrier to choose from.
 *
 * @public
 */
export interface CarrierChoice {
  /** Such as `us-verizon`. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly LineChoice[];
}

/**
 * One kind of line of a carrier, and the conditions it can forward on.
 *
 * @public
 */
export interface LineChoice {
  readonly kind: LineKind;
  readonly conditions: readonly ForwardingCondition[];
}

/**
 * Body of `POST check-line`.
 *
 * @public
 */
export interface CheckLineRequest {
  /** However people write it. */
  readonly existingLine: string;
}

/**
 * Answer of `POST check-line`: the line as we understood it, and what to choose from.
 *
 * @public
 */
export interface CheckLineResponse {
  readonly existingLine: ExistingLine;
  /** Carriers of its country, the standard last. */
  readonly carriers: readonly CarrierChoice[];
  /** What a look-up says, where the host enabled it and it knew; else null. */
  readonly suggestion: { readonly carrierId: string; readonly lineKind: LineKind } | null;
}

/**
 * Body of `POST setup-forwarding`. Sent again for the same line it changes what is named and keeps the number.
 *
 * @public
 */
export interface SetupForwardingRequest {
  /** However people write it. */
  readonly existingLine: string;
  /** From `check-line`; absent or null: unknown. */
  readonly carrierId?: string | null;
  /** Default: the carrier's first kind. */
  readonly lineKind?: LineKind;
  /** Default: `unanswered` where the line can, else `all`. */
  readonly condition?: ForwardingCondition;
  /** Which of the known ways to show, from 0. Default 0. */
  readonly alternative?: number;
}

/**
 * Answer of `POST setup-forwarding` (201 when it is new, else 200), `POST cancel-forwarding` and
 * `GET forwarding-status`.
 *
 * @public
 */
export interface ForwardingResponse {
  readonly forwarding: Forwarding;
}

/**
 * Body of `POST verify-forwarding`.
 *
 * @public
 */
export interface VerifyForwardingRequest {
  /** `fwd_…` */
  readonly forwardingId: string;
  /** Default: `off` while it is `cancelling`, else `on`. */
  readonly purpose?: 'on' | 'off';
  /** Default: the forwarding's own. With `unanswered`, one of its parts may be tested. */
  readonly condition?: ForwardingCondition;
}

/**
 * Answer of `POST verify-forwarding` (202) and `GET verify-forwarding?testId=…`, and the data of each event `test` of
 * `GET verify-forwarding-events?testId=…`.
 *
 * @public
 */
export interface VerifyForwardingResponse {
  readonly test: ForwardingTest;
  readonly forwarding: Forwarding;
}

/**
 * Body of `POST cancel-forwarding`.
 *
 * @public
 */
export interface CancelForwardingRequest {
  /** `fwd_…` */
  readonly forwardingId: string;
}

/**
 * Answer of `GET admin/forwarding-stats`: what our own tests say about each code.
 *
 * @public
 */
export interface ForwardingStatsResponse {
  readonly codes: readonly CodeStats[];
}

/**
 * How one code of one carrier did.
 *
 * @public
 */
export interface CodeStats {
  readonly carrierId: string;
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  /** The code without a number, such as `**004*{number}#`. */
  readonly code: string;
  /** Forwardings that were set up with it and proved. */
  readonly verified: number;
  /** Forwardings whose tests with it never came back. */
  readonly failed: number;
}
