import type { Actor } from '../../activity/index.ts';
import type { AvailableNumber } from '../../carrier/index.ts';
import { describePhoneNumber } from '../phone-number.ts';
import { inspectCandidate } from './inspect-candidate.ts';
import { intend } from './intend.ts';
import { placeOrder } from './place-order.ts';
import type { Placed, PurchaseDeps } from './purchase-deps.ts';

/** `taken`: somebody has or wants the number; try another. `full`: the pool holds enough in its area code. */
export type PoolPurchase = Placed | { readonly outcome: 'taken' | 'full' };

/** One number for the pool, as a search just offered it. */
export interface PoolOrder {
  readonly offer: AvailableNumber;
  /** How many numbers the pool may hold in its area code, this one included. */
  readonly upTo: number;
  readonly actor: Actor;
}

/**
 * Buys one number that nobody owns yet, by the same money rule as a tenant's: intent, exact order under a tag, settle.
 * @throws NumberkitError `limit-reached`, `price-unknown`, or one of `carrierErrors`
 */
export async function buyForPool(deps: PurchaseDeps, order: PoolOrder): Promise<PoolPurchase> {
  const { phoneNumber } = order.offer;
  const number = await describePhoneNumber(phoneNumber);
  if (!number) return { outcome: 'refused', failure: 'invalid-phone-number' };
  const { numbers } = await deps.open();
  // Another process fills the same area from the same list; that costs no question to the carrier.
  if (await numbers.findByPhoneNumber(phoneNumber)) return { outcome: 'taken' };
  const inspection = await inspectCandidate(deps.carrier, number, order.offer);
  if (inspection.verdict === 'owned') return { outcome: 'taken' };
  if (inspection.verdict === 'restricted') return { outcome: 'refused', failure: 'number-restricted' };
  const answer = await intend(deps, {
    tenantId: null,
    // Nobody sends this purchase again: what keeps the pool from buying too much is the count in `upTo`.
    idempotencyKey: `pool-${deps.ids('req')}`,
    fingerprint: deps.fingerprint(JSON.stringify(['buy-for-pool', phoneNumber])),
    actor: order.actor,
    facts: inspection.facts,
    attempt: 1,
    alternatives: [],
    after: undefined,
    upTo: order.upTo,
  });
  if (answer.outcome === 'intended') return placeOrder(deps, answer.intent);
  return { outcome: answer.outcome === 'full' ? 'full' : 'taken' };
}
