import { hash32, type NumberType, type StockNumber } from '../world/index.ts';
import { milesBetween, type Point } from './distance.ts';
import { allPlaces, type Place, placesOf } from './geography.ts';

/** What a search asks for; an absent field does not restrict. */
export interface StockFilter {
  type: NumberType;
  isoCountry: string;
  areaCode?: string;
  matches?: (phoneNumber: string) => boolean;
  voice?: boolean;
  sms?: boolean;
  mms?: boolean;
  fax?: boolean;
  excludeAllAddressRequired?: boolean;
  excludeLocalAddressRequired?: boolean;
  excludeForeignAddressRequired?: boolean;
  /** False hides numbers that are new to the platform. */
  beta?: boolean;
  near?: Point & { miles: number };
  postalCode?: string;
  region?: string;
  rateCenter?: string;
  lata?: string;
  locality?: string;
}

const same = (wanted: string | undefined, actual: string | null): boolean =>
  wanted === undefined || (actual !== null && wanted.toLowerCase() === actual.toLowerCase());

/** Does one number satisfy the filter? Distance is left to the choice of places. */
export function satisfies(number: StockNumber, filter: StockFilter): boolean {
  if (number.type !== filter.type || number.isoCountry !== filter.isoCountry) return false;
  if (filter.areaCode !== undefined && !number.phoneNumber.startsWith(`+1${filter.areaCode}`)) return false;
  return hasCapabilities(number, filter) && isPermitted(number, filter) && isThere(number, filter)
    ? (filter.matches?.(number.phoneNumber) ?? true)
    : false;
}

function hasCapabilities({ capabilities }: StockNumber, filter: StockFilter): boolean {
  return (['voice', 'sms', 'mms', 'fax'] as const).every(
    (name) => filter[name] === undefined || filter[name] === capabilities[name],
  );
}

function isPermitted(number: StockNumber, filter: StockFilter): boolean {
  const needs = number.addressRequirements;
  if (filter.excludeAllAddressRequired === true && needs !== 'none') return false;
  if (filter.excludeLocalAddressRequired === true && needs === 'local') return false;
  if (filter.excludeForeignAddressRequired === true && needs === 'foreign') return false;
  return filter.beta !== false || !number.beta;
}

function isThere(number: StockNumber, filter: StockFilter): boolean {
  return (
    same(filter.postalCode, number.postalCode) &&
    same(filter.region, number.region) &&
    same(filter.rateCenter, number.rateCenter) &&
    same(filter.lata, number.lata) &&
    same(filter.locality, number.locality)
  );
}

/** The places worth looking at, in the order of the answer: nearest first, else mixed by the seed. */
export function placesFor(filter: StockFilter, seed: number): Place[] {
  const places = (filter.areaCode === undefined ? allPlaces() : placesOf(filter.areaCode)).filter(
    (place) =>
      place.isoCountry === filter.isoCountry &&
      same(filter.region, place.region) &&
      same(filter.lata, place.lata) &&
      same(filter.rateCenter, place.rateCenter) &&
      same(filter.locality, place.locality) &&
      (filter.postalCode === undefined || place.postalCodes.includes(filter.postalCode.toUpperCase())),
  );
  const { near } = filter;
  if (near === undefined)
    return ordered(places, (place) => hash32(`${seed}:${place.areaCode}/${place.index}`));
  const milesTo = new Map(places.map((place) => [place, milesBetween(near, place)]));
  const within = places.filter((place) => (milesTo.get(place) ?? Infinity) <= near.miles);
  return ordered(within, (place) => milesTo.get(place) ?? Infinity);
}

function ordered(places: Place[], keyOf: (place: Place) => number): Place[] {
  return places
    .map((place) => ({ place, key: keyOf(place) }))
    .sort((a, b) => a.key - b.key)
    .map(({ place }) => place);
}

/** Mixes the shelves of several places in proportion to their sizes, keeping each shelf's order. */
export function mix(shelves: readonly (readonly StockNumber[])[]): StockNumber[] {
  return shelves
    .flatMap((shelf) => shelf.map((number, index) => ({ number, key: (index + 0.5) / shelf.length })))
    .sort((a, b) => a.key - b.key)
    .map(({ number }) => number);
}
