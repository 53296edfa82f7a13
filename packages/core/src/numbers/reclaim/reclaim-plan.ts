import type { NumberRecord } from '../number-store.ts';
import type { SetReclaimPolicy } from './reclaim-policy.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** What of a number the plan looks at. */
export type ReclaimedNumber = Pick<NumberRecord, 'state' | 'reclaimAt' | 'reclaimWarned' | 'restUntil'>;

/**
 * The next step of a number that is being reclaimed.
 * `nothing`: it is not. `wait`: look again at `dueAt`. `warn`: tell the host that `daysBefore` days are left, at most.
 * `rest`: stop its calls. `pool`, `release`: the rest is over.
 */
export type ReclaimStep =
  | { readonly step: 'nothing' }
  | { readonly step: 'wait'; readonly dueAt: Date }
  | { readonly step: 'warn'; readonly daysBefore: number; readonly dueAt: Date }
  | { readonly step: 'rest'; readonly restUntil: Date }
  | { readonly step: 'pool' | 'release' };

/** When a grace period begins: its end, the warnings that are too late to give, and when to look next. */
export interface ReclaimStart {
  readonly reclaimAt: Date;
  readonly reclaimWarned: number | null;
  readonly dueAt: Date;
}

/** Plans a grace period of so many days from now. Warnings that its beginning makes pointless count as given. */
export function planStart(policy: SetReclaimPolicy, graceDays: number, now: Date): ReclaimStart {
  const reclaimAt = addDays(now, graceDays);
  const past = policy.warningDays.filter((days) => days >= graceDays);
  const reclaimWarned = past.length > 0 ? Math.min(...past) : null;
  return { reclaimAt, reclaimWarned, dueAt: nextDue(policy, reclaimAt, reclaimWarned) };
}

/**
 * Number, policy and time -> the next step. Nothing else decides, and nothing is done here. When several warnings are
 * due because no sweep ran for long, only the most pressing one is given.
 */
export function planReclaim(number: ReclaimedNumber, policy: SetReclaimPolicy, now: Date): ReclaimStep {
  if (number.state === 'assigned' && number.reclaimAt)
    return planGrace(number, number.reclaimAt, policy, now);
  if (number.state === 'resting' && number.restUntil) {
    return now >= number.restUntil ? { step: policy.afterRest } : { step: 'wait', dueAt: number.restUntil };
  }
  return { step: 'nothing' };
}

function planGrace(
  { reclaimWarned }: ReclaimedNumber,
  reclaimAt: Date,
  policy: SetReclaimPolicy,
  now: Date,
): ReclaimStep {
  if (now >= reclaimAt) return { step: 'rest', restUntil: addDays(now, policy.restDays) };
  const due = laterWarnings(policy, reclaimWarned).filter((days) => now >= addDays(reclaimAt, -days));
  const daysBefore = due.at(-1);
  if (daysBefore === undefined) return { step: 'wait', dueAt: nextDue(policy, reclaimAt, reclaimWarned) };
  return { step: 'warn', daysBefore, dueAt: nextDue(policy, reclaimAt, daysBefore) };
}

function nextDue(policy: SetReclaimPolicy, reclaimAt: Date, warned: number | null): Date {
  const [next] = laterWarnings(policy, warned);
  return next === undefined ? reclaimAt : addDays(reclaimAt, -next);
}

/** Warnings not yet given, the earliest first. */
function laterWarnings({ warningDays }: SetReclaimPolicy, warned: number | null): readonly number[] {
  return [...new Set(warningDays)]
    .filter((days) => days > 0 && (warned === null || days < warned))
    .sort((a, b) => b - a);
}

function addDays(time: Date, days: number): Date {
  return new Date(time.getTime() + days * DAY_MILLISECONDS);
}
