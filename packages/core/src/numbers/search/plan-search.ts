import type { CarrierSearch } from '../../carrier/index.ts';
import type { Place } from '../places/index.ts';
import type { Wanted } from './check-search.ts';
import type { Pattern } from './pattern.ts';

/** One query yields about 30 numbers at most, so each asks for all it can get and the best are shown. */
const PER_QUERY = 30;
/** Somebody waits: no search may cost more round trips than this. */
const QUERIES_AT_MOST = 8;
const AREA_CODES_AT_MOST = 4;
const RINGS_MILES = [25, 60, 120] as const;

/** What to look for and where. */
export interface SearchTarget {
  readonly type: 'local' | 'toll-free';
  readonly country: 'US' | 'CA';
  readonly wanted: Wanted | undefined;
  /** What the built-in geography knows of `wanted`. */
  readonly place: Place | undefined;
  readonly pattern: Pattern | undefined;
  readonly includeRestricted: boolean;
}

/**
 * The queries to ask the carrier in this order, until there are enough numbers: exactly what was asked, then the same
 * town and its area codes, then growing circles around it; for a pattern, which is rare anywhere, also the whole
 * region and the whole country.
 */
export function planSearch(target: SearchTarget): readonly CarrierSearch[] {
  const base: CarrierSearch = {
    country: target.country,
    type: target.type,
    limit: PER_QUERY,
    ...(target.pattern && { contains: target.pattern.contains }),
    ...(!target.includeRestricted && { excludeAddressRequired: true, voiceOnly: true }),
  };
  const scopes = target.type === 'toll-free' ? tollFreeScopes(target) : localScopes(target);
  const distinct = new Map(scopes.map((scope) => [JSON.stringify(scope), scope]));
  return [...distinct.values()].slice(0, QUERIES_AT_MOST).map((scope) => ({ ...base, ...scope }));
}

/** The part of a query that says where. */
type Scope = Pick<
  CarrierSearch,
  'areaCode' | 'locality' | 'region' | 'postalCode' | 'near' | 'distanceMiles'
>;

/** Toll-free numbers are nowhere; only their prefix can be asked for. */
function tollFreeScopes({ wanted }: SearchTarget): readonly Scope[] {
  return isTollFreePrefix(wanted?.areaCode) ? [{ areaCode: wanted?.areaCode ?? '' }, {}] : [{}];
}

function localScopes({ wanted, place, pattern }: SearchTarget): readonly Scope[] {
  if (!wanted) return [{}];
  const region = place?.region ?? wanted.region;
  const widest: readonly Scope[] = pattern ? [...(region ? [{ region }] : []), {}] : [];
  // Numbers from anywhere in the region would hide a misspelt town.
  if (!place) return exactScope(wanted);
  if (isWholeRegion(wanted))
    return [{ region: place.region }, ...areaCodeScopes(place), ...(pattern ? [{}] : [])];
  const town: readonly Scope[] = wanted.areaCode ? [] : [{ locality: place.locality, region: place.region }];
  const { latitude, longitude } = place;
  const rings = RINGS_MILES.map((distanceMiles) => ({ near: { latitude, longitude }, distanceMiles }));
  return [
    ...(isCalled(wanted, place) ? [] : exactScope(wanted)),
    ...town,
    ...areaCodeScopes(place),
    // A pattern widens at once; the circles in between would cost round trips and find little.
    ...(pattern ? rings.slice(-1) : rings),
    ...widest,
  ];
}

function exactScope(wanted: Wanted): readonly Scope[] {
  const { phoneNumber, areaCode, postalCode, latitude, longitude, locality, region } = wanted;
  if (phoneNumber) return [{ near: { phoneNumber }, distanceMiles: RINGS_MILES[0] }];
  if (areaCode) return [{ areaCode }];
  if (postalCode) return [{ postalCode }];
  if (latitude !== undefined && longitude !== undefined) {
    return [{ near: { latitude, longitude }, distanceMiles: RINGS_MILES[0] }];
  }
  return locality && region ? [{ locality, region }] : [];
}

/** Is the town named as the geography names it? Then one query for it is enough. */
function isCalled({ locality }: Wanted, place: Place): boolean {
  return locality?.toLowerCase() === place.locality.toLowerCase();
}

function areaCodeScopes(place: Place): readonly Scope[] {
  return place.areaCodes.slice(0, AREA_CODES_AT_MOST).map((areaCode) => ({ areaCode }));
}

/** Is nothing named but a state or province? */
export function isWholeRegion(wanted: Wanted): boolean {
  const { region, locality, areaCode, postalCode, latitude } = wanted;
  return Boolean(region) && !locality && !areaCode && !postalCode && latitude === undefined;
}

/** 800, 833, 844, 855, 866, 877, 888. */
export function isTollFreePrefix(areaCode: string | undefined): boolean {
  return /^8(00|33|44|55|66|77|88)$/.test(areaCode ?? '');
}
