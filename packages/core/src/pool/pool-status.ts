import type { Money } from '@numberkit/contract';
import { idleTerms } from './idle-terms.ts';
import { planReplenishment } from './plan-replenishment.ts';
import type { PoolDeps } from './pool-deps.ts';
import { readAreas } from './replenish.ts';
import { replenishmentTerms } from './replenishment-terms.ts';
import { sumMoney } from './sum-money.ts';

/** One area code of the pool. */
export interface PoolAreaStatus {
  readonly areaCode: string;
  /** Ready to be claimed. */
  readonly pooled: number;
  /** Intended for the pool, outcome open. */
  readonly buying: number;
  /** What should be held, fixed or planned; null when the policy says nothing about it. */
  readonly target: number | null;
  /** In the demand window: claims served, and those that found it empty or were bought live. */
  readonly claims: number;
  readonly misses: number;
  /** What the pooled ones cost a month, one entry per currency. */
  readonly monthlyCost: readonly Money[];
  /** When the one that waits longest was bought. */
  readonly oldest: Date | null;
  /** Pooled numbers that have had no calls for so long that the carrier may soon take them back. */
  readonly idleAtRisk: number;
}

/** The pool at one moment. */
export interface PoolStatus {
  /** By area code in ascending order. */
  readonly areas: readonly PoolAreaStatus[];
  readonly pooled: number;
  readonly buying: number;
  /** What idle stock costs a month. */
  readonly monthlyCost: readonly Money[];
  readonly idleAtRisk: number;
  /** How many days of demand `claims` and `misses` count. */
  readonly windowDays: number;
}

const DAY = 86_400_000;
/** Enough for any pool that a person looks at; the count stops there. */
const IDLE_AT_MOST = 10_000;

/** Looks at the pool; see `Pool.status`. */
export function createPoolStatus(deps: PoolDeps): () => Promise<PoolStatus> {
  return async () => {
    const terms = replenishmentTerms(deps.policy, deps.policy.budget);
    const { afterDays } = idleTerms(deps.policy);
    const now = deps.clock.now().getTime();
    const { pooled: store } = await deps.open();
    const [stock, demand, idle, planned] = await Promise.all([
      store.stock(),
      store.demand(new Date(now - terms.windowDays * DAY)),
      store.listIdle(new Date(now - afterDays * DAY), IDLE_AT_MOST),
      readAreas(deps, terms.windowDays, terms.currency),
    ]);
    const plan = planReplenishment(planned.areas, terms);
    const targets = new Map(plan.areas.map(({ areaCode, target }) => [areaCode, target]));
    const areaCodes = new Set([...stock, ...demand, ...plan.areas].map(({ areaCode }) => areaCode));
    const areas = [...areaCodes].sort().map((areaCode): PoolAreaStatus => {
      const held = stock.find((each) => each.areaCode === areaCode);
      const wanted = demand.find((each) => each.areaCode === areaCode);
      return {
        areaCode,
        pooled: held?.pooled ?? 0,
        buying: held?.buying ?? 0,
        target: targets.get(areaCode) ?? null,
        claims: wanted?.claims ?? 0,
        misses: wanted?.misses ?? 0,
        monthlyCost: costs(held?.monthlyMicros ?? {}),
        oldest: held?.oldest ?? null,
        idleAtRisk: idle.filter((number) => number.areaCode === areaCode).length,
      };
    });
    return {
      areas,
      pooled: areas.reduce((sum, area) => sum + area.pooled, 0),
      buying: areas.reduce((sum, area) => sum + area.buying, 0),
      monthlyCost: sumMoney(areas.flatMap(({ monthlyCost }) => monthlyCost)),
      idleAtRisk: idle.length,
      windowDays: terms.windowDays,
    };
  };
}

function costs(micros: Readonly<Record<string, number>>): readonly Money[] {
  return sumMoney(Object.entries(micros).map(([currency, amountMicros]) => ({ amountMicros, currency })));
}
