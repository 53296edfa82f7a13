import type { TenantNumber } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import { type ClaimRequest, createClaim } from './claim.ts';
import { createKeepAlive, type KeepAliveReport } from './keep-alive.ts';
import type { PoolDeps } from './pool-deps.ts';
import { createPoolStatus, type PoolStatus } from './pool-status.ts';
import { createPrebuy } from './prebuy.ts';
import type { PrebuyRequest, PrebuyRun } from './prebuy-progress.ts';
import { createReplenish, type ReplenishReport, type ReplenishRequest } from './replenish.ts';

/** Numbers bought in advance, owned by nobody, given to tenants at once. */
export interface Pool {
  /**
   * Buys until the pool holds `countPerArea` numbers in each area code; what it holds or is buying already counts, so
   * calling it again, also from several processes at once, never buys too much. Goes on where an earlier run stopped.
   * The run tells the bill first; with `dryRun` that is all. An area code that fails does not stop the others.
   *
   * Steps throw NumberkitError `invalid-prebuy`; the call itself too.
   * @example
   * for await (const step of numberkit.pool.prebuy({ areaCodes: ['415', '510'], countPerArea: 10 })) {
   *   if (step.kind === 'bought') console.log(`${step.areaCode}: ${step.bought}`);
   * }
   */
  prebuy(request: PrebuyRequest & { readonly actor?: Actor }): PrebuyRun;
  /**
   * Gives a pooled number to a tenant at once: no carrier call, and its calls reach the agent when this returns. When
   * the area code is empty, the nearest one within 300 miles serves, and the answer is `substituted`.
   * @throws NumberkitError `pool-empty`, `number-unavailable` (that exact number), `invalid-claim`, `unknown-place`,
   * `invalid-tenant-id`, `invalid-purchase` (the key), `idempotency-conflict`, `limit-reached`, `price-unknown`
   * @example
   * const number = await numberkit.pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: 'signup-acme' });
   */
  claim(request: ClaimRequest): Promise<TenantNumber>;
  /**
   * Fills the pool as the `pool` option says: to fixed targets, and to targets planned from demand; within the budget.
   * The sweep `replenish-pool` calls it.
   * @throws NumberkitError `invalid-pool-policy`
   */
  replenish(request?: ReplenishRequest): Promise<ReplenishReport>;
  /** Stock, targets, demand, what idle stock costs, and what is at risk. */
  status(): Promise<PoolStatus>;
  /**
   * Lets pooled numbers that nobody rings call each other for a few seconds, or gives them back, as the policy says:
   * Twilio may take back a number without calls. One call a second, within `maxCostPerRun`. One process at a time:
   * the sweep `keep-alive` sees to that.
   * @throws NumberkitError of `carrierErrors` when the list of calls cannot be read.
   */
  keepAlive(): Promise<KeepAliveReport>;
}

/** Puts the room together. */
export function createPool(deps: PoolDeps): Pool {
  return {
    prebuy: createPrebuy(deps),
    claim: createClaim(deps),
    replenish: createReplenish(deps),
    status: createPoolStatus(deps),
    keepAlive: createKeepAlive(deps),
  };
}
