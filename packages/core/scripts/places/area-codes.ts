import { overlays } from './overlays.ts';
import { regionCodes } from './regions.ts';

/** Whole area codes of one city, which the source does not break down by prefix. */
const WHOLE_CODE_WEIGHT = 100;

/** Counts that the source leaves out. */
const corrections: readonly (readonly [string, string, number])[] = [
  ['202', 'Washington, DC', 200],
  ['212', 'New York, NY', 200],
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
  for (const [prefix, place] of prefixes) {
    const areaCode = prefix.slice(0, 3);
    if (!/, [A-Z]{2}$/.test(place) || !regions.has(areaCode)) continue;
    count(place, areaCode, prefix.length === 3 ? WHOLE_CODE_WEIGHT : 1);
  }
  for (const [areaCode, city, weight] of corrections) count(city, areaCode, weight);
  assertComplete(regions, cities, over);
  return { regions, cities };
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
