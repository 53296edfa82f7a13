import type { Money } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import type { AvailableNumber } from '../carrier/index.ts';
import { isNumberkitError } from '../errors.ts';
import { anotherMayDo, LEASE_MILLISECONDS } from '../numbers/index.ts';
import type { PoolDeps } from './pool-deps.ts';
import type { AreaBill, AreaResult, PrebuyStep } from './prebuy-progress.ts';

/** Longer than the lease of a dead process, after which the ledger's sweep may settle what it left. */
const WAIT_AT_MOST = LEASE_MILLISECONDS + 30_000;
const LOOK_AGAIN_AFTER = 1_000;
/** The carrier's catalogue answers about 30 numbers a time; asked again, it answers others. */
const PER_SEARCH = 30;
const SEARCHES_WITHOUT_NEWS = 3;

/** What one run did in one area code, told when it is through. */
export interface Filled {
  readonly result: AreaResult;
  /** Prices of what was bought. */
  readonly prices: readonly (Money | null)[];
}

/**
 * Buys numbers until the pool holds enough in one area code. Whether it does is decided with each intent, behind the
 * area's lock; the counts read here only say when to stop looking. At the end it waits for purchases of other
 * processes: when one of them is refused, or its process died, the place is filled here.
 */
export async function* fillArea(
  deps: PoolDeps,
  { areaCode, target }: Pick<AreaBill, 'areaCode' | 'target'>,
  country: string,
  actor: Actor,
): AsyncGenerator<PrebuyStep, Filled> {
  const prices: (Money | null)[] = [];
  let problem: string | null = null;
  try {
    const offers = createOffers(deps, areaCode, country);
    const waitUntil = deps.clock.now().getTime() + WAIT_AT_MOST;
    for (;;) {
      const { pooled, buying } = await stockOf(deps, areaCode);
      if (pooled >= target) break;
      if (pooled + buying >= target) {
        if (deps.clock.now().getTime() >= waitUntil) break;
        yield { kind: 'waiting', areaCode, buying };
        await deps.clock.sleep(LOOK_AGAIN_AFTER);
        await deps.settleOperations();
        continue;
      }
      const offer = await offers.next();
      if (!offer) {
        problem = 'sold-out';
        break;
      }
      const placed = await deps.forPool.buy({ offer, upTo: target, actor });
      if (placed.outcome === 'active') {
        prices.push(placed.number.monthlyPrice);
        yield { kind: 'bought', areaCode, numberId: placed.number.id, bought: prices.length, target };
      } else if (placed.outcome === 'pending') {
        yield { kind: 'pending', areaCode, numberId: placed.number.id };
      } else if (placed.outcome === 'refused') {
        yield { kind: 'refused', areaCode, failure: placed.failure };
        if (anotherMayDo(placed.failure)) continue;
        problem = placed.failure;
        break;
      }
    }
  } catch (error) {
    // One area code must not stop the others; what was thrown is ours by code, or a fault of the program.
    if (!isNumberkitError(error)) throw error;
    problem = error.code;
  }
  const { pooled, buying } = await stockOf(deps, areaCode);
  return { result: { areaCode, target, pooled, buying, bought: prices.length, problem }, prices };
}

/** What the pool holds in one area code. */
export async function stockOf(deps: PoolDeps, areaCode: string): Promise<{ pooled: number; buying: number }> {
  const { pooled } = await deps.open();
  const area = (await pooled.stock()).find((each) => each.areaCode === areaCode);
  return { pooled: area?.pooled ?? 0, buying: area?.buying ?? 0 };
}

/** Numbers for sale in one area code, each once. */
function createOffers(deps: PoolDeps, areaCode: string, country: string) {
  const seen = new Set<string>();
  const waiting: AvailableNumber[] = [];
  const search = async () => {
    const found = await deps.carrier.searchNumbers({
      country,
      type: 'local',
      areaCode,
      excludeAddressRequired: true,
      voiceOnly: true,
      limit: PER_SEARCH,
    });
    for (const number of found) {
      if (seen.has(number.phoneNumber) || number.phoneNumber.slice(2, 5) !== areaCode) continue;
      seen.add(number.phoneNumber);
      waiting.push(number);
    }
  };
  return {
    /** `undefined` when the carrier has shown all it has. */
    async next(): Promise<AvailableNumber | undefined> {
      for (let round = 0; waiting.length === 0 && round < SEARCHES_WITHOUT_NEWS; round += 1) await search();
      return waiting.shift();
    },
  };
}
