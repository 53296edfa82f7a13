import type { ForwardingCondition, ForwardingStatus } from '@numberkit/contract';
import type { TestVerdict } from '../forwarding-life.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const WEEK = 7 * DAY;

/** A test that showed nothing is repeated after so long; then daily. */
const LATER = [HOUR, 4 * HOUR, DAY];
/** After so many, a line that nobody has put right, or that may be a stranger's, is rung once a week. */
const PATIENCE = 7;
/** A break is confirmed after so long. */
const CONFIRM = 10 * MINUTE;
/** Calls that came in until so long ago, and none since: something may be wrong. */
export const SILENT_DAYS = 3;
/** How long before the silence there must have been a call for it to mean anything. */
export const BUSY_DAYS = 14;

/** When the watch looks next, and how many tests in a row have shown nothing. */
export type NextCheck = Pick<ForwardingRecord, 'checkAt' | 'checks'>;

/** A test that was just judged. */
export interface CheckedTest {
  /** After the test. */
  readonly status: ForwardingStatus;
  readonly verdict: TestVerdict;
  /** Is the break that it showed to be confirmed? */
  readonly confirm: boolean;
  /** Tests in a row before it that have shown nothing, or that it is broken. */
  readonly checks: number;
  /** Has a test call ever come back? */
  readonly proved: boolean;
}

/** What follows from a test for the watch. One that is set up and works is looked at daily; see {@link isDue}. */
export function nextCheck({ status, verdict, confirm, checks, proved }: CheckedTest, now: Date): NextCheck {
  if (status === 'off') return { checkAt: null, checks: 0 };
  if (confirm) return { checkAt: after(now, CONFIRM), checks: 0 };
  const open = status === 'cancelling' || (status === 'verified' && verdict === 'nothing');
  if (open) return later({ checks, proved }, now);
  if (status === 'broken') return { checkAt: after(now, checks < PATIENCE ? DAY : WEEK), checks: checks + 1 };
  return { checkAt: after(now, DAY), checks: 0 };
}

/** The next try after one that showed nothing, or could not be made. */
export function later({ checks, proved }: Pick<CheckedTest, 'checks' | 'proved'>, now: Date): NextCheck {
  const rarely = !proved && checks >= PATIENCE;
  return { checkAt: after(now, rarely ? WEEK : (LATER[checks] ?? DAY)), checks: checks + 1 };
}

/** What the watch knows of a forwarding that works. */
export interface WatchedForwarding {
  readonly condition: ForwardingCondition;
  readonly verifiedAt: Date | null;
  readonly doubtedAt: Date | null;
  readonly checks: number;
  /** When the newest test ended. */
  readonly testedAt: Date | null;
  /** The newest call through it that was answered; null: none that is known. */
  readonly lastCallAt: Date | null;
}

/**
 * Is a forwarding that works to be tested again? When a test left something open; by age; and once when calls stop that
 * used to come.
 */
export function isDue(
  forwarding: WatchedForwarding,
  terms: { readonly recheckDays: number; readonly recheckUnansweredDays: number },
  now: Date,
): boolean {
  const { condition, verifiedAt, doubtedAt, checks, testedAt, lastCallAt } = forwarding;
  if (doubtedAt !== null || checks > 0) return true;
  const days = condition === 'all' ? terms.recheckDays : terms.recheckUnansweredDays;
  if (verifiedAt === null || now.getTime() - verifiedAt.getTime() >= days * DAY) return true;
  if (lastCallAt === null) return false;
  const silentFrom = after(lastCallAt, SILENT_DAYS * DAY);
  const tested = testedAt !== null && testedAt >= silentFrom;
  return now >= silentFrom && now < after(silentFrom, BUSY_DAYS * DAY) && !tested;
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
