import type { Money } from '@numberkit/contract';
import { countryOfRegion, loadPlaces } from '../numbers/index.ts';
import { type PlannedArea, planReplenishment, type ReplenishmentPlan } from './plan-replenishment.ts';
import type { PoolDeps } from './pool-deps.ts';
import { fill } from './prebuy.ts';
import type { AreaResult } from './prebuy-progress.ts';
import { replenishmentTerms } from './replenishment-terms.ts';

/** A replenishment. */
export interface ReplenishRequest {
  /**
   * Monthly cost that the pool's stock may reach, what it holds included; so however often and by however many
   * processes it is run, the pool never costs more. Default: the policy's.
   */
  readonly budget?: Money;
  /** Tells the plan and buys nothing. */
  readonly dryRun?: boolean;
}

/** What a replenishment planned and did. */
export interface ReplenishReport {
  readonly dryRun: boolean;
  readonly plan: ReplenishmentPlan;
  /** Area codes left out because the price of a number there is unknown, or in another currency than the budget. */
  readonly unpriced: readonly string[];
  /** What became of the area codes with something to buy. */
  readonly areas: readonly AreaResult[];
  readonly bought: number;
}

const DAY = 86_400_000;

/** Fills the pool as its policy says; see `Pool.replenish`. */
export function createReplenish(deps: PoolDeps): (request?: ReplenishRequest) => Promise<ReplenishReport> {
  return async (request = {}) => {
    const { dryRun = false, budget = deps.policy.budget } = request;
    const terms = replenishmentTerms(deps.policy, budget);
    const { areas, unpriced, heldMicros } = await readAreas(deps, terms.windowDays, terms.currency);
    const budgetMicros = terms.budgetMicros === null ? null : Math.max(0, terms.budgetMicros - heldMicros);
    const plan = planReplenishment(areas, { ...terms, budgetMicros });
    const targets = new Map(
      plan.areas.filter(({ buy }) => buy > 0).map(({ areaCode, held, buy }) => [areaCode, held + buy]),
    );
    const report = { dryRun, plan, unpriced };
    if (dryRun || targets.size === 0) return { ...report, areas: [], bought: 0 };
    for await (const step of fill(deps, targets, false, { kind: 'system', id: 'replenish-pool' })) {
      if (step.kind === 'finished')
        return { ...report, areas: step.summary.areas, bought: step.summary.bought };
    }
    throw new Error('a fill ended without its summary');
  };
}

/** What the planner is to look at: every area code with a target, and with demand if demand is planned from. */
export async function readAreas(
  deps: PoolDeps,
  windowDays: number,
  currency: string | null,
): Promise<{ areas: readonly PlannedArea[]; unpriced: readonly string[]; heldMicros: number }> {
  const { pooled } = await deps.open();
  const since = new Date(deps.clock.now().getTime() - windowDays * DAY);
  const [stock, demand, places] = await Promise.all([pooled.stock(), pooled.demand(since), loadPlaces()]);
  const targets = new Map(Object.entries(deps.policy.targets ?? {}));
  const areaCodes = new Set([
    ...targets.keys(),
    ...(deps.policy.demand ? demand.map((each) => each.areaCode) : []),
  ]);
  const areas: PlannedArea[] = [];
  const unpriced: string[] = [];
  for (const areaCode of [...areaCodes].sort()) {
    const known = places.areaCodes.get(areaCode);
    const price = known ? await deps.forPool.priceOf(countryOfRegion(known.region), 'local') : null;
    if (!price || (currency !== null && price.currency !== currency)) {
      unpriced.push(areaCode);
      continue;
    }
    const held = stock.find((each) => each.areaCode === areaCode);
    const wanted = demand.find((each) => each.areaCode === areaCode);
    const target = targets.get(areaCode);
    areas.push({
      areaCode,
      held: (held?.pooled ?? 0) + (held?.buying ?? 0),
      claims: wanted?.claims ?? 0,
      misses: wanted?.misses ?? 0,
      priceMicros: price.amountMicros,
      ...(target !== undefined && { target }),
    });
  }
  const heldMicros = stock.reduce((sum, { monthlyMicros, buying, areaCode }) => {
    const price = areas.find((area) => area.areaCode === areaCode)?.priceMicros ?? 0;
    return sum + (monthlyMicros[currency ?? ''] ?? 0) + buying * price;
  }, 0);
  return { areas, unpriced, heldMicros };
}
