import type { OfferedNumber, SearchNumbersRequest, SearchNumbersResponse } from '@numberkit/contract';
import type { AvailableNumber, Carrier, NumberPrices } from '../../carrier/index.ts';
import type { BusinessLocation } from '../../tenants/index.ts';
import { loadPlaces, milesBetween, type Place, recommendAreaCodes } from '../places/index.ts';
import type { PooledStore } from '../pooled/index.ts';
import { findMatch } from '../vanity/index.ts';
import { type CheckedSearch, checkSearch, invalidSearch } from './check-search.ts';
import { findBusiness, findPlace, unknownPlace } from './find-place.ts';
import { findPooled, type ReadyNumber } from './find-pooled.ts';
import { offerNumber, pointOf, restrictionOf } from './offer-number.ts';
import { isTollFreePrefix, isWholeRegion, planSearch, type SearchTarget } from './plan-search.ts';
import type { PriceBook } from './price-book.ts';
import { rankOffers } from './rank-offers.ts';
import { runPlan } from './run-plan.ts';

/** What a search works with. */
export interface SearchDeps {
  readonly carrier: Pick<Carrier, 'searchNumbers'>;
  readonly prices: PriceBook;
  readonly open: () => Promise<{ readonly pooled: Pick<PooledStore, 'list'> }>;
}

/** Looks for numbers; see {@link createSearchNumbers}. */
export type SearchNumbers = (
  request: SearchNumbersRequest,
  location?: BusinessLocation | null,
) => Promise<SearchNumbersResponse>;

/**
 * Finds numbers that can be had at once, best first, each once, with area codes to try besides. Those that wait in the
 * pool come first; the carrier is asked only for what the pool lacks. `location` is the
 * business's: searched when the request names no place, and what `local` and `distanceMiles` refer to; without it they
 * refer to the place searched. Prices are left out when the carrier does not tell them.
 *
 * @throws NumberkitError `invalid-search`, `unknown-place`, or one of `carrierErrors` when the carrier cannot be asked.
 */
export function createSearchNumbers(deps: SearchDeps): SearchNumbers {
  return async (request, location) => {
    const search = await checkSearch(request);
    const { target, business } = await aim(search, location);
    const { place } = target;
    const ready = await findReady(deps, search, target);
    const live = ready.length < search.limit ? await findLive(deps, search, target, ready) : noneLive;
    if (ready.length + live.numbers.length === 0 && target.wanted?.locality && !place) {
      throw unknownPlace(target.wanted);
    }
    // A whole state is no point to measure from.
    const from = business ?? (target.wanted && isWholeRegion(target.wanted) ? undefined : place);
    const localAreaCodes = (business ?? place)?.areaCodes ?? [];
    const context = { localAreaCodes, from, pattern: search.pattern };
    const found = [
      ...ready.map((each) => ({ ...each, ready: true })),
      ...live.numbers.map((number) => ({ number, prices: live.prices, ready: false })),
    ];
    const offers = await Promise.all(
      found.map(async ({ number, prices, ready }) => ({
        offer: await offerNumber(number, { ...context, prices, ready }),
        milesFromPlace: milesFrom(place, number),
      })),
    );
    return {
      numbers: rankOffers(offers, target.wanted?.areaCode).slice(0, search.limit) satisfies OfferedNumber[],
      suggestions: await suggest(target, business),
    };
  };
}

/** What the carrier sells, with its prices. */
interface Live {
  readonly numbers: readonly AvailableNumber[];
  readonly prices: NumberPrices;
}

const noneLive: Live = { numbers: [], prices: {} };

async function findReady(
  deps: SearchDeps,
  search: CheckedSearch,
  target: SearchTarget,
): Promise<readonly ReadyNumber[]> {
  const { pooled } = await deps.open();
  return findPooled(pooled, await loadPlaces(), target, accepts(search), search.limit);
}

/** Asks the carrier for what the pool lacks; a carrier that fails spoils nothing that is ready. */
async function findLive(
  deps: SearchDeps,
  search: CheckedSearch,
  target: SearchTarget,
  ready: readonly ReadyNumber[],
): Promise<Live> {
  const held = new Set(ready.map(({ number }) => number.phoneNumber));
  const wanted = (number: AvailableNumber) => accepts(search)(number) && !held.has(number.phoneNumber);
  const plan = runPlan(deps.carrier, planSearch(target), wanted, search.limit - ready.length);
  const [numbers, prices] = await Promise.all([
    ready.length === 0 ? plan : plan.catch(() => []),
    deps.prices.pricesIn(target.country),
  ]);
  return { numbers, prices };
}

/** Where to search, for which type, in which country. */
async function aim(
  search: CheckedSearch,
  location: BusinessLocation | null | undefined,
): Promise<{ target: SearchTarget; business: Place | undefined }> {
  const places = await loadPlaces();
  const { place: business, wanted: home } = findBusiness(places, location);
  const wanted = search.wanted ?? home;
  const tollFreePrefix = isTollFreePrefix(search.wanted?.areaCode);
  if (tollFreePrefix && search.type === 'local') {
    const remedy = 'Send type "toll-free", or another area code.';
    throw invalidSearch([{ field: 'areaCode', reason: 'is a toll-free prefix', remedy }]);
  }
  const place =
    wanted && !tollFreePrefix ? findPlace(places, { ...wanted, country: search.country }) : undefined;
  const { pattern, includeRestricted } = search;
  return {
    business,
    target: {
      type: search.type ?? (tollFreePrefix ? 'toll-free' : 'local'),
      country: place?.country ?? search.country ?? 'US',
      wanted,
      place,
      pattern,
      includeRestricted,
    },
  };
}

/** The carrier's filters are asked for, and not relied on. */
function accepts({ includeRestricted, pattern }: CheckedSearch): (number: AvailableNumber) => boolean {
  return (number) =>
    (includeRestricted || restrictionOf(number) === undefined) &&
    (pattern === undefined || findMatch(number.phoneNumber, pattern.text, pattern.place) !== null);
}

function milesFrom(place: Place | undefined, number: AvailableNumber): number | undefined {
  const point = pointOf(number);
  return place && point ? milesBetween(place, point) : undefined;
}

async function suggest(target: SearchTarget, business: Place | undefined) {
  const place = target.place ?? business;
  if (!place || target.type === 'toll-free') return [];
  return recommendAreaCodes(await loadPlaces(), place, { business });
}
