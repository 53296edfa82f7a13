import type { CarrierNumber } from '../carrier/index.ts';
import type { OperationStore } from '../ledger/index.ts';
import type { NumberRecord, NumberStore } from '../numbers/index.ts';
import { comparePair, type Pair, type TaggedPurchase, type Verdict } from './compare-account.ts';
import type { Finding } from './finding.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';

interface PairStores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
}

/** The purchase a tag names, if it is one of ours. Other installations may use the account too: only ids we know count. */
export async function taggedPurchase(stores: PairStores, tag: string): Promise<TaggedPurchase | undefined> {
  if (!tag.startsWith('op_')) return undefined;
  const operation = await stores.operations.get(tag);
  if (!operation) return undefined;
  const number = await stores.numbers.get(operation.numberId);
  const release = await stores.operations.ofNumber(operation.numberId, 'release-number');
  return { operation, number, released: release?.state === 'done' };
}

/** Completes what the carrier has with what we know of it. */
export async function pairOf(
  stores: PairStores,
  found: CarrierNumber | undefined,
  record: NumberRecord | undefined,
): Promise<Pair> {
  const tagged = found && !record ? await taggedPurchase(stores, found.tag) : undefined;
  return { found, record, tagged };
}

/**
 * Looks at one number again: our side, the carrier's, and ours once more.
 *
 * Race: the account was read over some time, in which numbers were bought and given back. Every purchase has its row
 * before the carrier is called, and every release leaves its state before it; so what both looks at our side agree on,
 * around one at the carrier, is no number in motion. What is written then is still conditional on that row.
 * @returns the finding as it stands now, `undefined` when there is none any more.
 */
export async function confirm(
  deps: ReconcileDeps,
  phoneNumber: string,
  kind: Finding['kind'],
): Promise<ConfirmedPair | undefined> {
  const stores = await deps.open();
  const before = await stores.numbers.findByPhoneNumber(phoneNumber);
  const found = await deps.carrier.findNumber(phoneNumber);
  const now = deps.clock.now();
  const first = comparePair(await pairOf(stores, found, before), deps.settings, now);
  if (!isOf(first, kind)) return undefined;
  const pair = await pairOf(stores, found, await stores.numbers.findByPhoneNumber(phoneNumber));
  const second = comparePair(pair, deps.settings, now);
  return isOf(second, kind) ? { ...pair, finding: second.finding } : undefined;
}

/** A finding that was looked at twice, with both sides of it. */
export interface ConfirmedPair extends Pair {
  readonly finding: Extract<Verdict, { verdict: 'finding' }>['finding'];
}

function isOf(verdict: Verdict, kind: Finding['kind']): verdict is Extract<Verdict, { verdict: 'finding' }> {
  return verdict.verdict === 'finding' && verdict.finding.kind === kind;
}
