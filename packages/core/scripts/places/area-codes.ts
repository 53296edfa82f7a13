import { overlays } from './overlays.ts';
import { regionCodes } from './regions.ts';

/** How many exchanges in service a prefix of so many digits stands for, roughly; six digits are one. */
const weights: Readonly<Record<number, number>> = { 3: 100, 4: 60, 5: 8 };
/** An area code with fewer prefixes than this is a misprint. */
const FEWEST_PREFIXES = 5;

/** Counts that the source leaves out. */
const corrections: readonly (readonly [string, string, number])[] = [
  ['202', 'Washington, DC', 200],
  ['212', 'New York, NY', 200],
  ['604', 'Vancouver, BC', 100],
];

/** What prefixes say: which area codes exist where, and how much of each city lies in which. */
export interface AreaCodeSurvey {
  /** Area code → two-letter region. */
  readonly regions: ReadonlyMap<string, string>;
  /** City (`Oakland, CA`) → older area code → number of prefixes. */
  readonly cities: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Counts prefixes per city and area code; codes laid over others are left out, the table of overlays brings them. */
export function surveyAreaCodes(prefixes: ReadonlyMap<string, string>): AreaCodeSurvey {
  const over = new Set([...overlays].flatMap(([, codes]) => codes.filter((code) => !overlays.has(code))));
  const regions = new Map<string, string>();
  const cities = new Map<string, Map<string, number>>();
  const count = (city: string, areaCode: string, weight: number) => {
    if (over.has(areaCode)) return;
    const codes = cities.get(city) ?? new Map<string, number>();
    codes.set(areaCode, (codes.get(areaCode) ?? 0) + weight);
    cities.set(city, codes);
  };
  for (const [prefix, place] of prefixes) {
    const region = regionCodes[place] ?? /, ([A-Z]{2})$/.exec(place)?.[1];
    if (prefix.length === 3 && region && /^[2-9]/.test(prefix)) regions.set(prefix, region);
  }
  for (const [areaCode, region] of regionsByPrefix(prefixes)) {
    if (!regions.has(areaCode)) regions.set(areaCode, region);
  }
  for (const [prefix, place] of prefixes) {
    const areaCode = prefix.slice(0, 3);
    if (!/, [A-Z]{2}$/.test(place) || !regions.has(areaCode)) continue;
    count(place, areaCode, weights[prefix.length] ?? 1);
  }
  for (const [areaCode, city, weight] of corrections) count(city, areaCode, weight);
  assertComplete(regions, cities, over);
  return { regions, cities };
}

/** Some area codes appear only through their prefixes: the region of most of them. */
function regionsByPrefix(prefixes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const votes = [...prefixes]
    .map(([prefix, place]) => ({ code: prefix.slice(0, 3), region: /, ([A-Z]{2})$/.exec(place)?.[1] }))
    .filter(({ code, region }) => region && /^[2-9]/.test(code));
  const regions = new Map<string, string>();
  for (const [code, cast] of Map.groupBy(votes, (vote) => vote.code)) {
    const [most] = [...Map.groupBy(cast, (vote) => vote.region)].sort((a, b) => b[1].length - a[1].length);
    if (most?.[0] && most[1].length >= FEWEST_PREFIXES) regions.set(code, most[0]);
  }
  return regions;
}

function assertComplete(
  regions: AreaCodeSurvey['regions'],
  cities: AreaCodeSurvey['cities'],
  over: ReadonlySet<string>,
): void {
  const placed = new Set([...cities.values()].flatMap((codes) => [...codes.keys()]));
  const lost = [...regions.keys()].filter((code) => !placed.has(code) && !over.has(code));
  if (lost.length > 0)
    throw new Error(`Area codes without a city or a line in overlays.ts: ${lost.join(' ')}`);
}
