import type { ExistingLine, ForwardingCondition, LineKind } from './forwarding-line.ts';
import type { ForwardingPlan } from './forwarding-plan.ts';
import type { ForwardingTest } from './forwarding-test.ts';
import type { TenantNumber } from './purchase-number.ts';

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
 * Why a forwarding that worked does no longer. `turned-off`: the line rings or a person answers.
 * `voicemail-first`: the carrier's voicemail takes the calls. `refused`: calls to the line fail.
 *
 * @public
 */
export type ForwardingBreak = 'turned-off' | 'voicemail-first' | 'refused' | 'loop';

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
