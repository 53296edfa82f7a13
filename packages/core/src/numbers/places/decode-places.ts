import { bareName } from './bare-name.ts';
import type { AreaCode, City, Places } from './places.ts';

/**
 * The data file, as `scripts/build-places.ts` writes it.
 * `areaCodes`: region → codes, joined by `;`. `overlays`: older code → codes laid over it, joined by `,`.
 * `cities`: region → `name|latitude|longitude|older codes|weight`, joined by `;`; degrees in hundredths, base 36,
 * north and west. `postalCodes`: head → runs of the rest of the code at which a city begins, and the city's index
 * over all regions in three base 36 digits.
 */
export interface EncodedPlaces {
  readonly areaCodes: Readonly<Record<string, string>>;
  readonly overlays: Readonly<Record<string, string>>;
  readonly cities: Readonly<Record<string, string>>;
  readonly postalCodes: Readonly<Record<string, string>>;
}

const INDEX_WIDTH = 3;

/** Unpacks the data file; some milliseconds. */
export function decodePlaces(encoded: EncodedPlaces): Places {
  const cities = Object.entries(encoded.cities).flatMap(([region, rows]) =>
    rows.split(';').map((row) => decodeCity(row, region, encoded.overlays)),
  );
  const citiesByName = Map.groupBy(
    cities.toSorted((a, b) => b.weight - a.weight),
    (city) => bareName(city.name),
  );
  return {
    cities,
    citiesByName,
    areaCodes: decodeAreaCodes(encoded.areaCodes, cities),
    cityOfPostalCode: (postalCode) => cities[indexOfPostalCode(encoded.postalCodes, postalCode)],
  };
}

function decodeCity(row: string, region: string, overlays: EncodedPlaces['overlays']): City {
  const [name = '', north = '', west = '', codes = '', weight = ''] = row.split('|');
  const older = codes.split(',');
  return {
    name,
    region,
    latitude: Number.parseInt(north, 36) / 100,
    longitude: -Number.parseInt(west, 36) / 100,
    areaCodes: [...new Set([...older, ...older.flatMap((code) => overlays[code]?.split(',') ?? [])])],
    weight: Number.parseInt(weight, 36),
  };
}

function decodeAreaCodes(
  encoded: EncodedPlaces['areaCodes'],
  cities: readonly City[],
): ReadonlyMap<string, AreaCode> {
  const largest = largestCities(cities);
  const codes = new Map<string, AreaCode>();
  for (const [region, list] of Object.entries(encoded)) {
    for (const areaCode of list.split(';')) {
      const city = largest.get(areaCode);
      if (city) codes.set(areaCode, { areaCode, region, largest: city });
    }
  }
  return codes;
}

/** A city mostly in another area code stands for this one only when there is no better. */
function largestCities(cities: readonly City[]): ReadonlyMap<string, City> {
  const best = new Map<string, { city: City; rank: number }>();
  for (const city of cities) {
    for (const [place, areaCode] of city.areaCodes.entries()) {
      const rank = city.weight / (place + 1);
      if (rank > (best.get(areaCode)?.rank ?? 0)) best.set(areaCode, { city, rank });
    }
  }
  return new Map([...best].map(([areaCode, { city }]) => [areaCode, city]));
}

function indexOfPostalCode(heads: EncodedPlaces['postalCodes'], postalCode: string): number {
  const headLength = /^\d/.test(postalCode) ? 3 : 2;
  const runs = heads[postalCode.slice(0, headLength)];
  const rest = postalCode.slice(headLength);
  const width = rest.length + INDEX_WIDTH;
  let index = -1;
  for (let at = 0; runs && at < runs.length; at += width) {
    if (runs.slice(at, at + rest.length) > rest && index >= 0) break;
    index = Number.parseInt(runs.slice(at + rest.length, at + width), 36);
  }
  return index;
}
