/** What happens to the number of a tenant that leaves. Days are of 24 hours. */
export interface ReclaimPolicy {
  /** How long the tenant keeps it, unless `startReclaim` says otherwise. Default 30. */
  readonly graceDays?: number;
  /** A warning is given so many days before the end of the grace period. Default 14, 7 and 1. */
  readonly warningDays?: readonly number[];
  /** How long it rests afterwards, so that the old owner's callers do not reach a stranger. Default 45. */
  readonly restDays?: number;
  /** What follows the rest: back to the pool, or back to the carrier. Default `pool`. */
  readonly afterRest?: 'pool' | 'release';
}

/** A policy with nothing left open. */
export type SetReclaimPolicy = Required<ReclaimPolicy>;

/** Fills in the defaults. */
export function setReclaimPolicy(policy: ReclaimPolicy): SetReclaimPolicy {
  return {
    graceDays: policy.graceDays ?? 30,
    warningDays: policy.warningDays ?? [14, 7, 1],
    restDays: policy.restDays ?? 45,
    afterRest: policy.afterRest ?? 'pool',
  };
}
