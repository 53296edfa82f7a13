import type { OfferedNumber, SearchNumbersRequest, SearchNumbersResponse } from '@numberkit/contract';
import type { AvailableNumber, Carrier } from '../../carrier/index.ts';
import type { BusinessLocation } from '../../tenants/index.ts';
import { loadPlaces, milesBetween, type Place, recommendAreaCodes } from '../places/index.ts';
import { findMatch } from '../vanity/index.ts';
import { type CheckedSearch, checkSearch, invalidSearch } from './check-search.ts';
import { findBusiness, findPlace, unknownPlace } from './find-place.ts';
import { offerNumber, pointOf, restrictionOf } from './offer-number.ts';
import { isTollFreePrefix, isWholeRegion, planSearch, type SearchTarget } from './plan-search.ts';
import type { PriceBook } from './price-book.ts';
import { rankOffers } from './rank-offers.ts';
import { runPlan } from './run-plan.ts';

/** What a search works with. */
export interface SearchDeps {
  readonly carrier: Pick<Carrier, 'searchNumbers'>;
  readonly prices: PriceBook;
}

/** Looks for numbers; see {@link createSearchNumbers}. */
export type SearchNumbers = (
  request: SearchNumbersRequest,
  location?: BusinessLocation | null,
) => Promise<SearchNumbersResponse>;

/**
 * Finds numbers that can be bought at once, best first, each once, with area codes to try besides. `location` is the
 * business's: searched when the request names no place, and what `local` and `distanceMiles` refer to; without it they
 * refer to the place searched. Prices are left out when the carrier does not tell them.
 *
 * @throws NumberkitError `invalid-search`, `unknown-place`, or one of `carrierErrors` when the carrier cannot be asked.
 */
export function createSearchNumbers(deps: SearchDeps): SearchNumbers {
  return async (request, location) => {
    const search = await checkSearch(request);
    const { target, business } = await aim(search, location);
    const [numbers, prices] = await Promise.all([
      runPlan(deps.carrier, planSearch(target), accepts(search), search.limit),
      deps.prices.pricesIn(target.country),
    ]);
    if (numbers.length === 0 && target.wanted?.locality && !target.place) throw unknownPlace(target.wanted);
    const { place } = target;
    // A whole state is no point to measure from.
    const from = business ?? (target.wanted && isWholeRegion(target.wanted) ? undefined : place);
    const localAreaCodes = (business ?? place)?.areaCodes ?? [];
    const context = { localAreaCodes, from, prices, pattern: search.pattern };
    const offers = await Promise.all(
      numbers.map(async (number) => ({
        offer: await offerNumber(number, context),
        milesFromPlace: milesFrom(place, number),
      })),
    );
    return {
      numbers: rankOffers(offers, target.wanted?.areaCode).slice(0, search.limit) satisfies OfferedNumber[],
      suggestions: await suggest(target, business),
    };
  };
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
