/** A pooled number that has had too few calls lately. */
export interface IdleNumber {
  readonly numberId: string;
  /** E.164. */
  readonly phoneNumber: string;
  readonly areaCode: string | null;
  /** Calls that it still needs; above zero. */
  readonly need: number;
  /** Since when it is idle. */
  readonly idleSince: Date;
}

/** What the plan weighs. */
export interface KeepAliveTerms {
  readonly whenIdle: 'exercise' | 'release' | 'leave';
  readonly costPerCallMicros: number;
  readonly maxCostMicros: number;
  /** Area code -> numbers held beyond the target; only those are released. */
  readonly surplus: Readonly<Record<string, number>>;
}

/** One end of a planned call. */
export type CallEnd = Pick<IdleNumber, 'numberId' | 'phoneNumber'>;

/** A short call between two pooled numbers. */
export interface PlannedCall {
  readonly from: CallEnd;
  readonly to: CallEnd;
}

/** What to do about idle numbers. */
export interface KeepAlivePlan {
  /** In this order: those that serve two idle numbers first, which are the cheapest. */
  readonly calls: readonly PlannedCall[];
  /** Ids of numbers to give back. */
  readonly releases: readonly string[];
  /** Ids of numbers that stay at risk: no money left for them, or nobody to call. */
  readonly atRisk: readonly string[];
  readonly costMicros: number;
}

/**
 * Decides which idle numbers call each other. Each call serves both its ends, so two numbers that need calls are
 * paired as long as there are two; the one left over calls any other pooled number. The numbers that need the most,
 * then those idle longest, come first; the plan ends where the money does.
 *
 * Pure and deterministic: the order of `idle` and `others` does not matter.
 * @param others pooled numbers that need no calls, to be called by one that is left over.
 */
export function planKeepAlive(
  idle: readonly IdleNumber[],
  others: readonly CallEnd[],
  terms: KeepAliveTerms,
): KeepAlivePlan {
  if (terms.whenIdle === 'leave') {
    return { calls: [], releases: [], atRisk: idle.map(({ numberId }) => numberId).sort(), costMicros: 0 };
  }
  const releases = terms.whenIdle === 'release' ? chooseReleases(idle, terms.surplus) : [];
  const kept = idle.filter(({ numberId }) => !releases.includes(numberId));
  const affordable = Math.floor(terms.maxCostMicros / Math.max(1, terms.costPerCallMicros));
  const { calls, open } = pairUp(kept, others, affordable);
  return { calls, releases, atRisk: open, costMicros: calls.length * terms.costPerCallMicros };
}

/** The longest idle ones of each area code, as many as it holds too many. */
function chooseReleases(idle: readonly IdleNumber[], surplus: KeepAliveTerms['surplus']): readonly string[] {
  const left = new Map(Object.entries(surplus));
  const chosen: string[] = [];
  for (const number of [...idle].sort(byIdleness)) {
    const areaCode = number.areaCode ?? '';
    const spare = left.get(areaCode) ?? 0;
    if (spare <= 0) continue;
    left.set(areaCode, spare - 1);
    chosen.push(number.numberId);
  }
  return chosen;
}

function pairUp(
  idle: readonly IdleNumber[],
  others: readonly CallEnd[],
  affordable: number,
): { calls: PlannedCall[]; open: string[] } {
  let open = [...idle].filter(({ need }) => need > 0).sort(byNeed);
  const standIns = [...others, ...idle].sort((a, b) => (a.numberId < b.numberId ? -1 : 1));
  const calls: PlannedCall[] = [];
  while (calls.length < affordable) {
    const [from, paired, ...rest] = open;
    const to = paired ?? standIns.find(({ numberId }) => numberId !== from?.numberId);
    if (!from || !to) break;
    calls.push({ from: endOf(from), to: endOf(to) });
    open = [...[from, ...(paired ? [paired] : [])].map(served), ...rest]
      .filter(({ need }) => need > 0)
      .sort(byNeed);
  }
  return { calls, open: open.map(({ numberId }) => numberId).sort() };
}

function served(number: IdleNumber): IdleNumber {
  return { ...number, need: number.need - 1 };
}

function endOf({ numberId, phoneNumber }: CallEnd): CallEnd {
  return { numberId, phoneNumber };
}

function byNeed(a: IdleNumber, b: IdleNumber): number {
  return b.need - a.need || byIdleness(a, b);
}

function byIdleness(a: IdleNumber, b: IdleNumber): number {
  return a.idleSince.getTime() - b.idleSince.getTime() || (a.numberId < b.numberId ? -1 : 1);
}
