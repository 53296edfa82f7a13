import type { Money } from '@numberkit/contract';
import type { NumberState } from '../numbers/index.ts';

/** `critical`: a caller or a tenant is harmed now. `warning`: it costs money, or will harm later. */
export type Severity = 'critical' | 'warning';

/** What every finding tells. */
interface Found {
  readonly severity: Severity;
  /** E.164; null when only an operation is concerned. */
  readonly phoneNumber: string | null;
  /** The carrier's id of the number; null when it has none. */
  readonly carrierSid: string | null;
  readonly numberId: string | null;
  readonly tenantId: string | null;
  readonly operationId: string | null;
  /** What the number costs a month; null when nobody knows. */
  readonly monthlyCost: Money | null;
  /** What repairs it, in one sentence. */
  readonly remedy: string;
}

/**
 * Why an orphan is ours. `late-purchase`: its purchase had been given up as refused. `returned`: we had it for lost.
 * `release-failed`: we had it for released. `points-here`: nobody of ours bought it, but its calls come to us.
 */
export type OrphanReason = 'late-purchase' | 'returned' | 'release-failed' | 'points-here';

/** Paid for every month, and not in our records. */
export interface Orphan extends Found {
  readonly kind: 'orphan';
  readonly why: OrphanReason;
}

/** In our records, and not in the carrier account: its calls go nowhere. */
export interface Ghost extends Found {
  readonly kind: 'ghost';
  readonly state: NumberState;
}

/** One setting of a number that is not as it should be. */
export interface DriftedField {
  readonly field:
    | 'voiceUrl'
    | 'voiceMethod'
    | 'voiceFallbackUrl'
    | 'voiceFallbackMethod'
    | 'statusCallback'
    | 'statusCallbackMethod'
    | 'trunkSid'
    | 'applicationSid'
    | 'carrierSid';
  readonly expected: string | null;
  readonly found: string | null;
}

/** Ours on both sides, and set up differently at the carrier. */
export interface Drift extends Found {
  readonly kind: 'drift';
  readonly fields: readonly DriftedField[];
}

/** An operation whose outcome has been open for long: the sweep that settles it does not run, or fails. */
export interface Stuck extends Found {
  readonly kind: 'stuck';
  /** When its last lease ended. */
  readonly since: Date;
}

/** One difference between our records and the carrier account. */
export type Finding = Orphan | Ghost | Drift | Stuck;

/** Which kind of difference. */
export type FindingKind = Finding['kind'];

/**
 * What became of the repair of one finding. `repaired`. `left`: policy or caution says no, `detail` tells which.
 * `failed`: tried, the next run tries again.
 */
export interface Repair {
  readonly outcome: 'repaired' | 'left' | 'failed';
  readonly detail: string;
}

/** A finding as a report shows it; `repair` is null when none was asked for. */
export type ReportedFinding = Finding & { readonly repair: Repair | null };
