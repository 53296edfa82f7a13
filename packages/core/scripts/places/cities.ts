import type { AreaCodeSurvey } from './area-codes.ts';
import type { City } from './city.ts';
import { nearestCity } from './distance.ts';
import { located } from './located.ts';
import { bareName, namesTown } from './names.ts';
import { canadian } from './regions.ts';
import type { PostalCode } from './sources.ts';

/** A code counts for a city when this part of its prefixes lies there. */
const SHARE = 0.08;
/** Cities with fewer prefixes are left out: they would double the file. */
const LEAST_WEIGHT = 2;
/** Towns that the prefixes do not name are shipped from so many postal codes on. */
const TOWN_CODES = 3;

/** The cities of the survey whose coordinates are known, and larger towns beside them; heaviest first in each region. */
export function locateCities(
  survey: AreaCodeSurvey,
  us: readonly PostalCode[],
  ca: readonly PostalCode[],
): readonly City[] {
  const byTown = Map.groupBy(us, (code) => `${bareName(code.town)},${code.region}`);
  const byProvince = Map.groupBy(ca, (code) => code.region);
  const found: City[] = [];
  const taken = new Set<string>();
  for (const [label, counts] of heaviestFirst(survey)) {
    const name = label.slice(0, -4);
    const region = label.slice(-2);
    const bare = bareName(name);
    const codes = canadian.has(region)
      ? (byProvince.get(region) ?? []).filter((code) => namesTown(code.town, name))
      : byTown.get(`${bare},${region}`);
    const point = located.get(label) ?? (codes?.length ? middle(codes) : undefined);
    // Two spellings of one place: the heavier wins.
    if (!point || taken.has(`${bare},${region}`)) continue;
    taken.add(`${bare},${region}`);
    found.push({ name, region, ...point, ...share(counts) });
  }
  const shipped = found.filter((city) => city.weight >= LEAST_WEIGHT);
  const towns = [...byTown]
    .filter(([key, codes]) => codes.length >= TOWN_CODES && !taken.has(key))
    .map(([, codes]) => nameTown(codes, shipped));
  return [...shipped, ...towns].sort(
    (a, b) => a.region.localeCompare(b.region) || b.weight - a.weight || (a.name < b.name ? -1 : 1),
  );
}

function heaviestFirst(survey: AreaCodeSurvey): readonly (readonly [string, ReadonlyMap<string, number>])[] {
  const weigh = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  return [...survey.cities].sort((a, b) => weigh(b[1]) - weigh(a[1]));
}

/** A town with many postal codes of its own, which has its numbers from the city next to it. */
function nameTown(codes: readonly PostalCode[], cities: readonly City[]): City {
  const { town: name = '', region = '' } = codes[0] ?? {};
  const point = middle(codes);
  const neighbour = nearestCity(
    point,
    cities.filter((city) => city.region === region),
  );
  return { name, region, ...point, areaCodes: neighbour?.areaCodes ?? [], weight: 1 };
}

/** The median: one misplaced code must not pull the city away. */
function middle(codes: readonly PostalCode[]): Pick<City, 'latitude' | 'longitude'> {
  const at = Math.floor(codes.length / 2);
  const sorted = (values: number[]) => values.sort((a, b) => a - b)[at] ?? 0;
  return {
    latitude: sorted(codes.map((code) => code.latitude)),
    longitude: sorted(codes.map((code) => code.longitude)),
  };
}

function share(counts: ReadonlyMap<string, number>): Pick<City, 'areaCodes' | 'weight'> {
  const weight = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const areaCodes = [...counts]
    .filter(([, count]) => count / weight >= SHARE)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([code]) => code);
  return { areaCodes, weight };
}
