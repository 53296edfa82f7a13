import { NumberkitError } from '../../errors.ts';
import type { BusinessLocation } from '../../tenants/index.ts';
import { type Place, type Places, resolvePlace } from '../places/index.ts';
import type { Wanted } from './check-search.ts';
import { searchErrors } from './search-errors.ts';

/**
 * What the built-in geography knows of the place. A town that it does not know but whose region is given may still be
 * known to the carrier: `undefined`.
 *
 * @throws NumberkitError `unknown-place` when there is nothing to go by.
 */
export function findPlace(places: Places, wanted: Wanted): Place | undefined {
  const place = resolvePlace(places, wanted);
  if (!place && !(wanted.locality && wanted.region)) throw unknownPlace(wanted);
  return place;
}

/** The error for a place that nobody knows. */
export function unknownPlace(wanted: Wanted): NumberkitError {
  const { areaCode, postalCode, locality, region } = wanted;
  const name = areaCode ?? postalCode ?? [locality, region].filter(Boolean).join(', ');
  return new NumberkitError(searchErrors.unknownPlace, {
    detail: `There is no place "${name}" that we know.`,
  });
}

/** Where a business is, and how to search there. Both `undefined` when its location tells nothing that we know. */
export interface Business {
  readonly place: Place | undefined;
  readonly wanted: Wanted | undefined;
}

/** Reads a business location by the first of its fields that is known: postal code, town, coordinates, region. */
export function findBusiness(places: Places, location: BusinessLocation | null | undefined): Business {
  const { latitude, longitude, postalCode, locality, region } = location ?? {};
  const hasPoint = latitude !== undefined && longitude !== undefined;
  const ways: readonly Wanted[] = [
    ...(postalCode ? [{ postalCode }] : []),
    ...(locality ? [{ locality, region }] : []),
    ...(hasPoint ? [{ latitude, longitude }] : []),
    ...(region ? [{ region }] : []),
  ];
  for (const wanted of ways) {
    const place = resolvePlace(places, wanted);
    // The business's own coordinates are better than those of its town.
    if (place) return { wanted, place: hasPoint ? { ...place, latitude, longitude } : place };
  }
  return { wanted: undefined, place: undefined };
}
