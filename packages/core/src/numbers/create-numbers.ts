import type { AreaCodeSuggestion, SearchNumbersRequest, SearchNumbersResponse } from '@numberkit/contract';
import type { Resolver } from '../ledger/index.ts';
import { assertTenantId } from '../tenant-id.ts';
import type { BusinessLocation, Tenant } from '../tenants/index.ts';
import { type BuyNumber, createBuyNumber } from './buy-number.ts';
import { createLife, type LifeParts, type NumberLife } from './create-life.ts';
import { createForPool, type ForPool } from './for-pool.ts';
import { alternativesTo, type PurchaseDeps, resolvePurchase } from './purchase/index.ts';
import { createReadNumbers, type ReadNumbers } from './read-numbers.ts';
import type { ReclaimPolicy } from './reclaim/index.ts';
import { createPriceBook, createSearchNumbers, recommendFor } from './search/index.ts';

/** Search, buy and look at numbers, and all that comes after. */
export interface Numbers extends ReadNumbers, NumberLife {
  /**
   * Numbers that can be bought at once, best first, with area codes to try besides. Without a place in the request the
   * tenant's business location is searched; `local` and `distanceMiles` always refer to it.
   * @throws NumberkitError `invalid-tenant-id`, `invalid-search`, `unknown-place`, or one of `carrierErrors`
   * @example
   * const { numbers } = await numberkit.numbers.search({ tenantId: 'acme', query: 'Oakland, CA' });
   */
  search(request: { readonly tenantId: string } & SearchNumbersRequest): Promise<SearchNumbersResponse>;
  /**
   * Area codes for a business, best first: those that serve its place, then the neighbours. No carrier call.
   * @param location the business location, or a place as a person types it.
   * @param limit at most so many; 8 when not given.
   * @throws NumberkitError `unknown-place`
   * @example
   * await numberkit.numbers.recommendAreaCodes('Oakland, CA');
   */
  recommendAreaCodes(
    location: BusinessLocation | string,
    limit?: number,
  ): Promise<readonly AreaCodeSuggestion[]>;
  /**
   * Buys one exact number for a tenant, or the first of its alternatives that is still to be had. Answers status
   * `active`, or `pending` while the carrier's answer is unknown; the sweep settles that.
   * @throws NumberkitError `number-unavailable` (with `alternatives`), `number-restricted`, `invalid-phone-number`,
   * `invalid-purchase`, `idempotency-conflict`, `limit-reached`, `price-unknown`, or one of `carrierErrors`
   */
  readonly buy: BuyNumber;
}

/** What the room needs from outside; the rest of buying is made here. */
export interface NumbersDeps extends Omit<PurchaseDeps, 'priceOf' | 'alternativesTo'> {
  readonly tenants: { get(tenantId: string): Promise<Tenant | undefined> };
  /** What happens to the numbers of a tenant that leaves. */
  readonly reclaim?: ReclaimPolicy;
  /** Told when the sweep `reclaim` could not take one number's step; the next run tries again. */
  readonly onReclaimError: (numberId: string, error: unknown) => void;
}

/** The room, the resolvers by which the ledger settles what stayed unknown, and the sweep `reclaim`. */
export interface NumbersRoom extends Pick<LifeParts, 'resolveRelease' | 'sweepReclaim'> {
  readonly numbers: Numbers;
  readonly resolvePurchase: Resolver;
  readonly forPool: ForPool;
}

/** Puts the room together. */
export function createNumbers(deps: NumbersDeps): NumbersRoom {
  const { carrier, clock, open, tenants } = deps;
  const prices = createPriceBook({ carrier, clock });
  const searchNumbers = createSearchNumbers({ carrier, prices, open });
  const purchase: PurchaseDeps = {
    ...deps,
    priceOf: async (country, type) => (await prices.pricesIn(country))[type] ?? null,
    alternativesTo: (phoneNumber) => alternativesTo(carrier, phoneNumber),
  };
  const { life, ...parts } = createLife({ ...deps, onError: deps.onReclaimError });
  return {
    numbers: {
      async search({ tenantId, ...request }) {
        assertTenantId(tenantId);
        const tenant = await tenants.get(tenantId);
        return searchNumbers(request, tenant?.location);
      },
      recommendAreaCodes: recommendFor,
      buy: createBuyNumber(purchase),
      ...createReadNumbers({ open }),
      ...life,
    },
    ...parts,
    forPool: createForPool(purchase),
    resolvePurchase: (operation) => resolvePurchase(purchase, operation),
  };
}
