import type { AreaCodeSuggestion } from '@numberkit/contract';
import { NumberkitError } from '../../errors.ts';
import type { BusinessLocation } from '../../tenants/index.ts';
import { loadPlaces, recommendAreaCodes, resolvePlace } from '../places/index.ts';
import { findBusiness } from './find-place.ts';
import { searchErrors } from './search-errors.ts';

/**
 * Area codes to offer a business, best first: those that serve its place, then the neighbours by distance.
 *
 * @param location the business location, or a place as a person types it, such as `Oakland, CA`.
 * @throws NumberkitError `unknown-place`
 */
export async function recommendFor(
  location: BusinessLocation | string,
  limit?: number,
): Promise<readonly AreaCodeSuggestion[]> {
  const places = await loadPlaces();
  const place =
    typeof location === 'string' ? resolvePlace(places, location) : findBusiness(places, location).place;
  if (!place) {
    throw new NumberkitError(searchErrors.unknownPlace, {
      detail: 'The business location is not known to us.',
    });
  }
  return recommendAreaCodes(places, place, limit === undefined ? {} : { limit });
}
