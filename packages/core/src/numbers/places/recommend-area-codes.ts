import type { AreaCodeSuggestion } from '@numberkit/contract';
import { milesBetween, type Point } from './distance.ts';
import type { Place, Places } from './places.ts';
import { countryOfRegion } from './regions.ts';

/** Beyond, an area code says nothing about the place any more. */
const FARTHEST_MILES = 300;

/** What to measure from; the place itself when not given. */
export interface RecommendOptions {
  /** At most so many; 8 when not given. */
  readonly limit?: number;
  /** The business location, if it is another one: decides `local` and `distanceMiles`. */
  readonly business?: (Point & Pick<Place, 'areaCodes'>) | undefined;
}

/**
 * Area codes to offer for a place: those that serve it, laid-over ones included, then the neighbours in the same
 * country by distance, each with its largest city.
 */
export function recommendAreaCodes(
  places: Places,
  place: Place,
  options: RecommendOptions = {},
): readonly AreaCodeSuggestion[] {
  const business = options.business ?? place;
  const own = new Set(place.areaCodes);
  const neighbours = [...places.areaCodes.values()]
    .filter((code) => !own.has(code.areaCode) && countryOfRegion(code.region) === place.country)
    .map((code) => ({ areaCode: code.areaCode, miles: milesBetween(place, code.largest) }))
    .filter(({ miles }) => miles <= FARTHEST_MILES)
    .sort((a, b) => a.miles - b.miles || a.areaCode.localeCompare(b.areaCode));
  return [...own, ...neighbours.map(({ areaCode }) => areaCode)]
    .map((areaCode) => places.areaCodes.get(areaCode))
    .filter((code) => code !== undefined)
    .slice(0, options.limit ?? 8)
    .map(({ areaCode, region, largest }) => ({
      areaCode,
      locality: largest.name,
      region,
      local: business.areaCodes.includes(areaCode),
      distanceMiles: Math.round(milesBetween(business, largest)),
    }));
}
