import type { CarrierNumber } from '../carrier/index.ts';
import { comparePair, type Pair } from './compare-account.ts';
import type { Finding } from './finding.ts';
import { listEstate } from './list-estate.ts';
import { pairOf } from './read-pair.ts';
import type { ReconcileDeps, ReconcileStorage } from './reconcile-deps.ts';

/** What one pass over the account and our records saw. */
export interface AccountReading {
  /** Numbers in the account, foreign ones included. */
  readonly atCarrier: number;
  readonly agreeing: number;
  readonly underWay: number;
  readonly foreign: number;
  /** Live numbers in our records that should be in the account. */
  readonly ours: number;
  /** Not looked at again yet. */
  readonly candidates: readonly Finding[];
}

/** How many numbers are compared at a time: what is in memory besides the findings and the ids of our numbers seen. */
const BATCH = 500;

/**
 * Reads the whole account while it is paged, and then our own numbers for those that were not in it.
 * @param onRead told how many numbers were read so far; `false` from it stops reading.
 * @throws NumberkitError of `carrierErrors`: half an account compared would make ghosts of the rest.
 */
export async function readAccount(
  deps: ReconcileDeps,
  onRead: (count: number) => Promise<boolean>,
): Promise<AccountReading | undefined> {
  const stores = await deps.open();
  const tally = { agrees: 0, foreign: 0, 'under-way': 0 };
  const candidates: Finding[] = [];
  const seen = new Set<string>();
  let atCarrier = 0;
  const judge = (pair: Pair) => {
    const verdict = comparePair(pair, deps.settings, deps.clock.now());
    if (verdict.verdict === 'finding') candidates.push(verdict.finding);
    else tally[verdict.verdict] += 1;
  };
  for await (const batch of inBatches(deps.carrier.listNumbers())) {
    for (const pair of await pairsOf(stores, batch)) {
      if (pair.record) seen.add(pair.record.id);
      judge(pair);
    }
    atCarrier += batch.length;
    if (!(await onRead(atCarrier))) return undefined;
  }
  let ours = 0;
  for await (const record of listEstate(deps.open)) {
    ours += 1;
    if (!seen.has(record.id)) judge({ found: undefined, record, tagged: undefined });
  }
  const { agrees: agreeing, foreign, 'under-way': underWay } = tally;
  return { atCarrier, agreeing, underWay, foreign, ours, candidates };
}

async function pairsOf(stores: ReconcileStorage, batch: readonly CarrierNumber[]): Promise<Pair[]> {
  const records = await stores.estate.matching(batch.map(({ phoneNumber }) => phoneNumber));
  const byNumber = new Map(records.map((record) => [record.phoneNumber, record]));
  const pairs: Pair[] = [];
  for (const found of batch) pairs.push(await pairOf(stores, found, byNumber.get(found.phoneNumber)));
  return pairs;
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<readonly T[], void, undefined> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
