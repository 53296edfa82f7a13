import type { Actor } from '../../activity/index.ts';
import { cannotCount, claimBounds, takeBounds } from '../../guard/index.ts';
import type { NumberRecord } from '../number-store.ts';
import type { PooledChoice } from '../pooled/index.ts';
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
  readonly operationId?: string;
  /** Writes the claim down under its key, in the same transaction; `false`: the key was used, so nothing is given. */
  remember(stores: PurchaseStores, number: NumberRecord, now: Date): Promise<boolean>;
}

/** `none`: no such number is in the pool. `replayed`: the key was used before; look what it got. */
export type ClaimAnswer =
  | { readonly outcome: 'claimed'; readonly number: NumberRecord }
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
  const { transaction } = await deps.open();
  const now = deps.clock.now();
  try {
    const number = await transaction((stores) => write(deps, stores, order, now));
    if (!number) return { outcome: 'none' };
    const view = await tenantNumber(number, order.substituted);
    deps.events.emit('number.activated', { tenantId: order.tenantId, number: view });
    return { outcome: 'claimed', number };
  } catch (error) {
    if (error instanceof KeyUsed) return { outcome: 'replayed' };
    throw error;
  }
}

async function write(
  deps: ClaimDeps,
  stores: PurchaseStores,
  order: ClaimOrder,
  now: Date,
): Promise<NumberRecord | undefined> {
  const { tenantId, actor, operationId } = order;
  const number = await stores.pooled.claim(order.choice, tenantId, now);
  if (!number) return undefined;
  if (!(await order.remember(stores, number, now))) throw new KeyUsed();
  const price = number.monthlyPrice;
  const { spendPerDay, ...own } = deps.limits;
  if (cannotCount(own, price)) throw priceUnknown();
  const day = now.toISOString().slice(0, 10);
  const passed = await takeBounds(stores.limits, claimBounds(deps.limits, { tenantId, price, day }));
  if (passed) throw limitReached(passed);
  const about = { tenantId, actor, numberId: number.id, ...(operationId && { operationId }) };
  const data = { areaCode: number.areaCode, monthlyPrice: price };
  await deps.record(stores.trail, { ...about, event: 'number.claimed', reason: order.reason, data });
  const pointed = 'its voice URL was set when it was bought for the pool';
  await deps.record(stores.trail, { ...about, event: 'number.activated', reason: pointed });
  return number;
}

/** Leaves the transaction so that it is rolled back. */
class KeyUsed extends Error {
  constructor() {
    super('the key was used for an earlier claim');
  }
}
