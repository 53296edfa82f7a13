import type { AreaCodeSurvey } from './area-codes.ts';
import type { City } from './city.ts';
import { nearestCity } from './distance.ts';
import { bareName, namesTown } from './names.ts';
import { overlays } from './overlays.ts';
import { canadian } from './regions.ts';
import type { PostalCode } from './sources.ts';

/** The shipped file; `src/numbers/places/decode-places.ts` reads it and says what each string means. */
export interface EncodedPlaces {
  readonly areaCodes: Readonly<Record<string, string>>;
  readonly overlays: Readonly<Record<string, string>>;
  readonly cities: Readonly<Record<string, string>>;
  readonly postalCodes: Readonly<Record<string, string>>;
}

const INDEX_WIDTH = 3;

/** Turns the survey and its cities into strings: a tenth of what the same costs as JSON objects. */
export function encodePlaces(
  survey: AreaCodeSurvey,
  cities: readonly City[],
  us: readonly PostalCode[],
  ca: readonly PostalCode[],
): EncodedPlaces {
  const codes = [...survey.regions].map(([code, region]) => ({ code, region }));
  return {
    areaCodes: groupStrings(
      codes.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      (each) => each.code,
    ),
    overlays: Object.fromEntries([...overlays].map(([base, over]) => [base, over.join(',')])),
    cities: groupStrings(cities, encodeCity),
    postalCodes: { ...encodePostalCodes(us, cities, 3), ...encodePostalCodes(ca, cities, 2) },
  };
}

function groupStrings<T extends { readonly region: string }>(
  items: readonly T[],
  encode: (item: T) => string,
): Record<string, string> {
  const groups = Map.groupBy(items, (item) => item.region);
  return Object.fromEntries([...groups].map(([region, each]) => [region, each.map(encode).join(';')]));
}

function encodeCity(city: City): string {
  const hundredths = (degrees: number) => Math.round(Math.abs(degrees) * 100).toString(36);
  const { name, latitude, longitude, areaCodes, weight } = city;
  return [name, hundredths(latitude), hundredths(longitude), areaCodes.join(','), weight.toString(36)].join(
    '|',
  );
}

/** Only where the city changes from one code to the next: the rest of the code, then the city's index. */
function encodePostalCodes(
  codes: readonly PostalCode[],
  cities: readonly City[],
  headLength: number,
): Record<string, string> {
  const heads: Record<string, string> = {};
  const cityOf = createCityFinder(cities);
  let last = '';
  for (const postal of codes) {
    const head = postal.code.slice(0, headLength);
    const index = cityOf(postal).toString(36).padStart(INDEX_WIDTH, '0');
    if (heads[head] !== undefined && index === last) continue;
    heads[head] = (heads[head] ?? '') + postal.code.slice(headLength) + index;
    last = index;
  }
  return heads;
}

/** Postal areas that are named after quarters of one city. */
const islands: readonly (readonly [RegExp, string])[] = [
  [/^H7/, 'Laval'],
  [/^H\d/, 'Montreal'],
  [/^M\d/, 'Toronto'],
];

/** The index of the city that a postal code names, or else of the nearest in the same region. */
function createCityFinder(cities: readonly City[]): (postal: PostalCode) => number {
  const indexed = cities.map((city, index) => ({ city, index, bare: bareName(city.name) }));
  const byRegion = Map.groupBy(indexed, ({ city }) => city.region);
  return (postal) => {
    const candidates = byRegion.get(postal.region) ?? indexed;
    const bare = bareName(postal.town);
    const named = candidates.find((each) =>
      canadian.has(postal.region) ? namesTown(postal.town, each.city.name) : each.bare === bare,
    );
    const whole = islands.find(([head]) => head.test(postal.code))?.[1];
    const found = named ?? candidates.find(({ city }) => city.name === whole);
    if (found) return found.index;
    const nearest = nearestCity(
      postal,
      candidates.map(({ city }) => city),
    );
    return candidates.find(({ city }) => city === nearest)?.index ?? 0;
  };
}
