import type { Money } from '@numberkit/contract';

/** Which way a call went, seen from our number. */
export type CallDirection = 'inbound' | 'outbound';

/**
 * What became of a call. `open`: nobody has said yet that it ended. `completed`: it was answered; the last four:
 * it was not.
 */
export type CallOutcome = 'open' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** What reports about one call say, joined. Null: no report has said it. */
export interface CallFacts {
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
  /** Did anybody say that it was answered? True also while it is still going on. */
  readonly answered: boolean;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Whole seconds. */
  readonly seconds: number | null;
  /** Begun minutes, as the carrier bills them. */
  readonly billedMinutes: number | null;
  /** What the carrier charged for the connection; it says so some time after the end. */
  readonly price: Money | null;
  /** Whoever is at the other end: E.164, or what the carrier shows. Null also where the policy is not to keep it. */
  readonly otherParty: string | null;
}

/** One call of one of our numbers: one row, however many reports came. */
export interface CallRecord extends CallFacts {
  /** The carrier's id of it, `CA…`. */
  readonly callSid: string;
  readonly numberId: string;
  /** Whose number it was; null when it was nobody's. */
  readonly tenantId: string | null;
  /** When the first report of it was recorded. */
  readonly recordedAt: Date;
}
