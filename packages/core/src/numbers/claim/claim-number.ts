import type { TenantNumber } from '@numberkit/contract';
import type { Actor, TrailEntry } from '../../activity/index.ts';
import { cannotCount, claimBounds, takeBounds } from '../../guard/index.ts';
import type { Operation } from '../../ledger/index.ts';
import type { NumberRecord } from '../number-store.ts';
import type { ClaimRecord, PooledChoice, PooledStore } from '../pooled/index.ts';
import { limitReached, type PurchaseDeps, type PurchaseStores, priceUnknown } from '../purchase/index.ts';
import { tenantNumber } from '../tenant-number.ts';

/** What a claim needs from outside; no carrier. */
export type ClaimDeps = Pick<PurchaseDeps, 'open' | 'limits' | 'clock' | 'ids' | 'record' | 'events'>;

/** One claim on the pool, about to be written. */
export interface ClaimOrder {
  readonly tenantId: string;
  readonly choice: PooledChoice;
  readonly actor: Actor;
  readonly reason: string;
  /** Is it an alternative to the number asked for? */
  readonly substituted: boolean;
  /** How the claim is remembered; the number given is filled in. A key that was used before gives nothing. */
  readonly record: Pick<ClaimRecord, 'idempotencyKey' | 'fingerprint' | 'askedAreaCode'>;
  /** For a purchase that met a pooled number: its operation, which remembers the key instead. */
  readonly operation?: (number: NumberRecord, now: Date) => Operation;
}

/** `none`: no such number is in the pool. `replayed`: the key was used before; look what it got. */
export type ClaimAnswer =
  | { readonly outcome: 'claimed'; readonly number: NumberRecord; readonly view: TenantNumber }
  | { readonly outcome: 'none' | 'replayed' };

/**
 * Gives a pooled number to a tenant: one transaction, no carrier call, because the number has pointed at the voice
 * webhook since it was bought.
 *
 * Race: the number goes to one caller. Of calls with one key the second takes another number, is told by the unique
 * key that it came second, and rolls back; so the first one's number stands and the other is back in the pool.
 * @throws NumberkitError `limit-reached`, `price-unknown`
 */
export async function claimNumber(deps: ClaimDeps, order: ClaimOrder): Promise<ClaimAnswer> {
  const claim = await draft(deps, order);
  const { transaction, pooled } = await deps.open();
  try {
    const short = await tryAtOnce(deps, pooled, order, claim);
    const number =
      short === 'undecided' ? await transaction((stores) => write(deps, stores, order, claim)) : short;
    if (!number) return { outcome: 'none' };
    const view = await tenantNumber(number, order.substituted);
    deps.events.emit('number.activated', { tenantId: order.tenantId, number: view });
    return { outcome: 'claimed', number, view };
  } catch (error) {
    if (error instanceof KeyUsed) return { outcome: 'replayed' };
    throw error;
  }
}

/** What is known of a claim before its number is. */
interface Draft {
  readonly now: Date;
  readonly record: Omit<ClaimRecord, 'numberId' | 'givenAreaCode'>;
  readonly trail: readonly TrailEntry[];
}

async function draft(deps: ClaimDeps, order: ClaimOrder): Promise<Draft> {
  const { tenantId, actor } = order;
  const now = deps.clock.now();
  const record = { id: deps.ids('clm'), tenantId, createdAt: now, ...order.record };
  const trail: TrailEntry[] = [];
  const collect = { append: async (entry: TrailEntry) => void trail.push(entry), list: async () => [] };
  const data = { from: 'pool', askedAreaCode: record.askedAreaCode };
  await deps.record(collect, { tenantId, actor, event: 'number.activated', reason: order.reason, data });
  return { now, record, trail };
}

/** The short way, where engine and order allow it; a limit on money needs the number's price first. */
async function tryAtOnce(
  { limits }: ClaimDeps,
  store: PooledStore,
  { tenantId, choice, operation, actor }: ClaimOrder,
  { now, record, trail }: Draft,
): Promise<NumberRecord | undefined | 'undecided'> {
  if (!store.claimAtOnce || !('areaCode' in choice) || operation || limits.spendPerTenantPerDay) {
    return 'undecided';
  }
  const bounds = claimBounds(limits, { tenantId, price: null, day: dayOf(now) });
  const answer = await store.claimAtOnce({ areaCode: choice.areaCode, record, bounds, actor, trail });
  return answer === 'none' ? undefined : answer;
}

async function write(
  deps: ClaimDeps,
  stores: PurchaseStores,
  order: ClaimOrder,
  { now, record, trail }: Draft,
): Promise<NumberRecord | undefined> {
  const { tenantId } = order;
  const number = await stores.pooled.claim(order.choice, tenantId, now);
  if (!number) return undefined;
  const operation = order.operation?.(number, now);
  if (operation && !(await stores.operations.insert(operation))) throw new KeyUsed();
  const claim = { ...record, numberId: number.id, givenAreaCode: number.areaCode };
  if (!(await stores.pooled.insertClaim(claim))) throw new KeyUsed();
  const price = number.monthlyPrice;
  const { spendPerDay, ...own } = deps.limits;
  if (cannotCount(own, price)) throw priceUnknown();
  const passed = await takeBounds(
    stores.limits,
    claimBounds(deps.limits, { tenantId, price, day: dayOf(now) }),
  );
  if (passed) throw limitReached(passed);
  for (const entry of trail) {
    await stores.trail.append({ ...entry, numberId: number.id, operationId: operation?.id ?? null });
  }
  return number;
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Leaves the transaction so that it is rolled back. */
class KeyUsed extends Error {
  constructor() {
    super('the key was used for an earlier claim');
  }
}
