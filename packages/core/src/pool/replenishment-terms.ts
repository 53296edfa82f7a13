import type { Money } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import { poolErrors } from './errors.ts';
import type { ReplenishmentTerms } from './plan-replenishment.ts';
import type { PoolPolicy } from './pool-policy.ts';

const MISS_COST: Money = { amountMicros: 5_000_000, currency: 'USD' };

/**
 * The planner's terms from the policy, with the defaults filled in. The planner knows one currency: the budget's.
 * @throws NumberkitError `invalid-pool-policy`
 */
export function replenishmentTerms(
  { demand = {} }: PoolPolicy,
  budget: Money | undefined,
): ReplenishmentTerms & { readonly currency: string | null } {
  const { windowDays = 28, leadDays = 1, coverDays = 7, missCost = MISS_COST, maximum = 50 } = demand;
  const fields = { windowDays, leadDays, coverDays, maximum, missCost: missCost.amountMicros };
  for (const [name, value] of Object.entries(fields)) {
    if (!Number.isFinite(value) || value < 0 || (name === 'windowDays' && value === 0)) {
      throw new NumberkitError(poolErrors.invalidPoolPolicy, {
        detail: `pool.demand.${name} is ${value}, which is not a usable amount.`,
      });
    }
  }
  return {
    windowDays,
    leadDays,
    coverDays,
    missMicros: missCost.amountMicros,
    maximum,
    budgetMicros: budget?.amountMicros ?? null,
    currency: budget?.currency ?? null,
  };
}
