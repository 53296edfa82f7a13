/** One area code as the planner sees it. */
export interface PlannedArea {
  readonly areaCode: string;
  /** In the pool, or being bought for it. */
  readonly held: number;
  /** Claims served in the window. */
  readonly claims: number;
  /** Claims and purchases in the window that the pool could have served and did not. */
  readonly misses: number;
  /** Monthly price of a number in micros. */
  readonly priceMicros: number;
  /** Fixed target; demand is not looked at then. */
  readonly target?: number;
}

/** What the plan weighs; days and micros of one currency. */
export interface ReplenishmentTerms {
  readonly windowDays: number;
  readonly leadDays: number;
  readonly coverDays: number;
  readonly missMicros: number;
  /** At most so many in an area code whose target is planned. */
  readonly maximum: number;
  /** Monthly cost that may be added to what is held; null: no bound. */
  readonly budgetMicros: number | null;
}

/** What to buy in one area code. */
export interface AreaPlan {
  readonly areaCode: string;
  readonly held: number;
  /** What should be held, money aside. */
  readonly target: number;
  /** What the budget allows of it. */
  readonly buy: number;
  readonly costMicros: number;
}

/** What to buy, by area code in ascending order. */
export interface ReplenishmentPlan {
  readonly areas: readonly AreaPlan[];
  readonly costMicros: number;
  /** Numbers wanted that the budget does not reach. */
  readonly unaffordable: number;
}

/**
 * Decides what to buy for the pool. A fixed target is filled. Otherwise demand is taken as Poisson with the rate of
 * the window, and the n-th number is worth holding while the expected cost of missing it, P(demand ≥ n) × miss cost,
 * is above the cost of holding it: the newsvendor's rule. Under a budget the numbers with the most worth per money
 * come first, and the plan ends at the first one that does not fit; so more demand in an area code never takes a
 * number away from it.
 *
 * Pure and deterministic: the order of `areas` does not matter.
 */
export function planReplenishment(
  areas: readonly PlannedArea[],
  terms: ReplenishmentTerms,
): ReplenishmentPlan {
  const wanted = areas.flatMap((area) => wantedUnits(area, terms)).sort(byWorth);
  const budget = terms.budgetMicros ?? Number.POSITIVE_INFINITY;
  const bought = new Map<string, number>();
  let costMicros = 0;
  let taken = 0;
  for (const unit of wanted) {
    if (costMicros + unit.priceMicros > budget) break;
    costMicros += unit.priceMicros;
    taken += 1;
    bought.set(unit.areaCode, (bought.get(unit.areaCode) ?? 0) + 1);
  }
  return {
    areas: [...areas].sort(byAreaCode).map((area) => {
      const buy = bought.get(area.areaCode) ?? 0;
      const { areaCode, held, priceMicros } = area;
      return { areaCode, held, target: targetOf(area, terms), buy, costMicros: buy * priceMicros };
    }),
    costMicros,
    unaffordable: wanted.length - taken,
  };
}

interface Unit {
  readonly areaCode: string;
  /** The n-th number of its area code. */
  readonly rank: number;
  readonly priceMicros: number;
  readonly worthPerMicro: number;
}

function wantedUnits(area: PlannedArea, terms: ReplenishmentTerms): readonly Unit[] {
  const { areaCode, held, priceMicros } = area;
  const missing = Math.max(0, targetOf(area, terms) - held);
  const tail = demandTail(area, terms);
  return Array.from({ length: missing }, (_, index) => {
    const rank = held + index + 1;
    const chance = area.target === undefined ? tail(rank) : 1;
    return { areaCode, rank, priceMicros, worthPerMicro: chance / Math.max(1, priceMicros) };
  });
}

function targetOf(area: PlannedArea, terms: ReplenishmentTerms): number {
  if (area.target !== undefined) return Math.max(0, Math.floor(area.target));
  const tail = demandTail(area, terms);
  const holding = (area.priceMicros * terms.coverDays) / DAYS_PER_MONTH;
  let target = 0;
  while (target < terms.maximum && tail(target + 1) * terms.missMicros > holding) target += 1;
  return target;
}

const DAYS_PER_MONTH = 30;

/** P(demand ≥ n) until the stock is next filled and has lasted. */
function demandTail(area: PlannedArea, terms: ReplenishmentTerms): (n: number) => number {
  const { windowDays, leadDays, coverDays } = terms;
  const mean = ((area.claims + area.misses) / windowDays) * (leadDays + coverDays);
  return (n) => poissonTail(mean, n);
}

/** P(X ≥ n) of a Poisson variable; summed in logarithms, so that a large mean does not underflow. */
export function poissonTail(mean: number, n: number): number {
  if (n <= 0) return 1;
  if (mean <= 0) return 0;
  let below = 0;
  let logTerm = -mean;
  for (let k = 0; k < n; k += 1) {
    below += Math.exp(logTerm);
    logTerm += Math.log(mean) - Math.log(k + 1);
  }
  return Math.min(1, Math.max(0, 1 - below));
}

function byWorth(a: Unit, b: Unit): number {
  return b.worthPerMicro - a.worthPerMicro || a.rank - b.rank || byAreaCode(a, b);
}

function byAreaCode(a: { readonly areaCode: string }, b: { readonly areaCode: string }): number {
  return a.areaCode < b.areaCode ? -1 : a.areaCode > b.areaCode ? 1 : 0;
}
