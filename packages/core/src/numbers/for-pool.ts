import type { Money } from '@numberkit/contract';
import type { NumberType } from '../carrier/index.ts';
import { type ClaimAnswer, type ClaimOrder, claimNumber } from './claim/index.ts';
import { buyForPool, type PoolOrder, type PoolPurchase, type PurchaseDeps } from './purchase/index.ts';

/** What the pool needs of this room: the one place where numbers are bought, and the one where they are given. */
export interface ForPool {
  /** Buys one number that nobody owns yet. */
  buy(order: PoolOrder): Promise<PoolPurchase>;
  /** Gives a pooled number to a tenant; no carrier call. */
  claim(order: ClaimOrder): Promise<ClaimAnswer>;
  /** Monthly price, null when the carrier did not tell. */
  priceOf(country: string, type: NumberType): Promise<Money | null>;
}

/** Ties the pool's doors to this room's dependencies. */
export function createForPool(deps: PurchaseDeps): ForPool {
  return {
    buy: (order) => buyForPool(deps, order),
    claim: (order) => claimNumber(deps, order),
    priceOf: deps.priceOf,
  };
}
