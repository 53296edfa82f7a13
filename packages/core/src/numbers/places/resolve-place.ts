import { bareName } from './bare-name.ts';
import { milesBetween, type Point } from './distance.ts';
import type { City, Place, Places } from './places.ts';
import { type PlaceFields, readPlaceText } from './read-place-text.ts';
import { countryOfRegion, readRegion, regionName } from './regions.ts';

const SHORTEST_BEGINNING = 4;

/** What people call cities beside their names. */
const nicknames: Readonly<Record<string, readonly [string, string]>> = {
  dc: ['Washington', 'DC'],
  la: ['Los Angeles', 'CA'],
  manhattan: ['New York', 'NY'],
  newyorkcity: ['New York', 'NY'],
  nyc: ['New York', 'NY'],
  philly: ['Philadelphia', 'PA'],
  queens: ['Jamaica', 'NY'],
  sf: ['San Francisco', 'CA'],
  vegas: ['Las Vegas', 'NV'],
};

/**
 * Finds a place of the US or Canada from text as a person types it, or from fields; `undefined` when the built-in
 * geography does not know it. Of the fields the most exact one counts: point, postal code, area code, city, region.
 *
 * @example
 * resolvePlace(places, 'Oakland, CA')?.areaCodes; // ['510', '341']
 */
export function resolvePlace(places: Places, wanted: string | PlaceFields): Place | undefined {
  const fields = typeof wanted === 'string' ? readPlaceText(wanted) : wanted;
  const { latitude, longitude, postalCode, areaCode, locality } = fields;
  if (latitude !== undefined && longitude !== undefined) {
    const city = nearestCity(places, { latitude, longitude });
    return city && { ...placeOfCity(city), latitude, longitude };
  }
  if (postalCode) {
    const city = places.cityOfPostalCode(readPostalCode(postalCode) ?? '');
    if (city) return placeOfCity(city);
  }
  if (areaCode) return placeOfAreaCode(places, areaCode);
  const region = fields.region === undefined ? undefined : readRegion(fields.region);
  if (fields.region !== undefined && region === undefined) return undefined;
  if (locality) {
    const city =
      findCity(places, locality, (each) => isIn(each, region) && isInCountry(each, fields.country)) ??
      findCity(places, locality, (each) => isIn(each, region));
    return city && placeOfCity(city);
  }
  return region === undefined ? undefined : placeOfRegion(places, region);
}

/** Five digits, or the first three characters of a Canadian code; `undefined` when it is neither. */
export function readPostalCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (/^\d{5}(\d{4})?$/.test(code)) return code.slice(0, 5);
  return /^[A-Z]\d[A-Z](\d[A-Z]\d)?$/.test(code) ? code.slice(0, 3) : undefined;
}

/** The place that a city is. */
export function placeOfCity(city: City): Place {
  const { name, region, latitude, longitude, areaCodes } = city;
  const country = countryOfRegion(region);
  return { label: `${name}, ${region}`, locality: name, region, country, latitude, longitude, areaCodes };
}

function placeOfAreaCode(places: Places, areaCode: string): Place | undefined {
  const known = places.areaCodes.get(areaCode);
  if (!known) return undefined;
  const place = placeOfCity(known.largest);
  const areaCodes = [areaCode, ...place.areaCodes.filter((each) => each !== areaCode)];
  return { ...place, region: known.region, country: countryOfRegion(known.region), areaCodes };
}

function placeOfRegion(places: Places, region: string): Place | undefined {
  const cities = places.cities.filter((city) => city.region === region);
  const [largest] = cities;
  if (!largest) return undefined;
  const areaCodes = [...new Set(cities.flatMap((city) => city.areaCodes))];
  return { ...placeOfCity(largest), label: regionName(region) ?? region, areaCodes };
}

function isIn(city: City, region: string | undefined): boolean {
  return region === undefined || city.region === region;
}

function isInCountry(city: City, country: 'US' | 'CA' | undefined): boolean {
  return country === undefined || countryOfRegion(city.region) === country;
}

function findCity(places: Places, locality: string, fits: (city: City) => boolean): City | undefined {
  const bare = bareName(locality);
  const named = places.citiesByName.get(bare)?.find(fits);
  if (named) return named;
  const [name, state] = nicknames[bare] ?? [];
  if (name)
    return places.citiesByName.get(bareName(name))?.find((city) => city.region === state && fits(city));
  if (bare.length < SHORTEST_BEGINNING) return undefined;
  // Still typing: the largest city that begins like this.
  let best: City | undefined;
  for (const [key, cities] of places.citiesByName) {
    const city = key.startsWith(bare) ? cities.find(fits) : undefined;
    if (city && city.weight > (best?.weight ?? 0)) best = city;
  }
  return best;
}

function nearestCity(places: Places, point: Point): City | undefined {
  let best: City | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const city of places.cities) {
    const miles = milesBetween(city, point);
    if (miles < least) {
      least = miles;
      best = city;
    }
  }
  return best;
}
