import { type Place, readContainsPattern, type StockFilter } from '../inventory/index.ts';
import { formatNational, type NumberType, type StockNumber } from '../world/index.ts';
import { ok, type Reply, type RestContext, type Route } from './route.ts';
import { notFound, refusal } from './twilio-error.ts';

const LIST = '/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers';
const COUNTRIES: Record<string, string> = { US: 'United States', CA: 'Canada' };

/** What Twilio answers at most, whatever PageSize asks for: https://github.com/twilio/twilio-node/issues/316 */
const MOST_RESULTS = 30;
const DEFAULT_MILES = 25;
const FARTHEST_MILES = 500;

function showCountry(context: RestContext, code: string) {
  const base = `/2010-04-01/Accounts/${context.accountSid}/AvailablePhoneNumbers/${code}`;
  return {
    country_code: code,
    country: COUNTRIES[code],
    uri: `${base}.json`,
    beta: false,
    subresource_uris: { local: `${base}/Local.json`, toll_free: `${base}/TollFree.json` },
  };
}

function countryOf(context: RestContext): string {
  const code = context.path.CountryCode?.toUpperCase() ?? '';
  if (COUNTRIES[code] === undefined) throw notFound(context.pathname);
  return code;
}

/** Six decimals as text: the document declares numbers, the service answers strings. */
const degrees = (value: number | null) => (value === null ? null : value.toFixed(6));

function showNumber(number: StockNumber) {
  return {
    friendly_name: formatNational(number.phoneNumber),
    phone_number: number.phoneNumber,
    lata: number.lata,
    locality: number.locality,
    rate_center: number.rateCenter,
    latitude: degrees(number.latitude),
    longitude: degrees(number.longitude),
    region: number.region,
    postal_code: number.postalCode,
    iso_country: number.isoCountry,
    address_requirements: number.addressRequirements,
    beta: number.beta,
    capabilities: number.capabilities,
  };
}

function readNear({ query, inventory }: RestContext): StockFilter['near'] {
  const miles = query.whole('Distance', { min: 0, max: FARTHEST_MILES }) ?? DEFAULT_MILES;
  const point = query.filled('NearLatLong');
  const match = point === undefined ? null : /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(point);
  if (match !== null) return { latitude: Number(match[1]), longitude: Number(match[2]), miles };
  if (point !== undefined) throw refusal(20001, `NearLatLong is not a latitude and a longitude: ${point}`);
  const number = query.filled('NearNumber');
  if (number === undefined) return undefined;
  const place = inventory.placeOf(number);
  if (place === undefined) throw refusal(21401, `NearNumber is not a US or Canadian number: ${number}`);
  return { latitude: place.latitude, longitude: place.longitude, miles };
}

/** `InRegion` and its kin take a value, or a phone number whose place gives the value. */
function readPlace(context: RestContext, name: string, read: (place: Place) => string | undefined) {
  const value = context.query.filled(name);
  if (value === undefined || !/^\+?1?[2-9]\d{9}$/.test(value)) return value;
  const place = context.inventory.placeOf(value);
  return place === undefined ? value : read(place);
}

function readPattern(contains: string | undefined): StockFilter['matches'] {
  if (contains === undefined) return undefined;
  const pattern = readContainsPattern(contains);
  if (pattern.ok) return pattern.matches;
  throw refusal(20422, `Contains is not a valid pattern (${pattern.reason}): ${contains}`);
}

function readAreaCode(value: string | undefined): string | undefined {
  if (value === undefined || /^[2-9]\d\d$/.test(value)) return value;
  throw refusal(21451, `AreaCode is not a three-digit area code: ${value}`);
}

/** A pattern that fixes the area code looks at that area code's shelves only: a host asks for exact numbers often. */
function areaCodeIn(contains: string | undefined): string | undefined {
  return /^\+1([2-9]\d\d)/.exec(contains ?? '')?.[1];
}

const defined = <T extends object>(values: T): Partial<{ [Name in keyof T]: Exclude<T[Name], undefined> }> =>
  // Object.fromEntries forgets the names; only entries without a value were taken out.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

function readFilter(context: RestContext, type: NumberType): StockFilter {
  const { query } = context;
  if (query.filled('InRateCenter') !== undefined && query.filled('InLata') === undefined) {
    throw refusal(20001, 'InRateCenter requires InLata');
  }
  const postalCode = readPlace(context, 'InPostalCode', (place) => place.postalCodes[0]);
  return {
    type,
    isoCountry: countryOf(context),
    ...defined({
      areaCode: readAreaCode(query.filled('AreaCode')) ?? areaCodeIn(query.text('Contains')),
      matches: readPattern(query.text('Contains')),
      voice: query.flag('VoiceEnabled'),
      sms: query.flag('SmsEnabled'),
      mms: query.flag('MmsEnabled'),
      fax: query.flag('FaxEnabled'),
      excludeAllAddressRequired: query.flag('ExcludeAllAddressRequired'),
      excludeLocalAddressRequired: query.flag('ExcludeLocalAddressRequired'),
      excludeForeignAddressRequired: query.flag('ExcludeForeignAddressRequired'),
      beta: query.flag('Beta'),
      near: readNear(context),
      postalCode: postalCode?.replace(/^([A-Za-z]\d[A-Za-z]) ?\d[A-Za-z]\d$/, '$1'),
      region: readPlace(context, 'InRegion', (place) => place.region),
      rateCenter: readPlace(context, 'InRateCenter', (place) => place.rateCenter),
      lata: readPlace(context, 'InLata', (place) => place.lata),
      locality: readPlace(context, 'InLocality', (place) => place.locality),
    }),
  };
}

function search(context: RestContext, type: NumberType): Reply {
  const filter = readFilter(context, type);
  const pageSize = context.query.whole('PageSize', { min: 1, max: 1000 }, 20007) ?? MOST_RESULTS;
  const { numbers, clock } = context.world;
  const now = clock.now();
  const found = context.inventory.search(
    filter,
    (phoneNumber) => numbers.isFree(phoneNumber, now),
    Math.min(pageSize, MOST_RESULTS),
  );
  return ok({ available_phone_numbers: found.map(showNumber), uri: context.pathname });
}

const absent = (type: string): Route => ({
  method: 'GET',
  template: `${LIST}/{CountryCode}/${type}.json`,
  note: 'Answers 404/20404 as Twilio does: neither the US nor Canada has such numbers.',
  handle: (context) => {
    throw notFound(context.pathname);
  },
});

export const availablePhoneNumberRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: `${LIST}.json`,
    note: 'The United States and Canada.',
    handle: (context) =>
      ok({
        countries: Object.keys(COUNTRIES).map((code) => showCountry(context, code)),
        uri: context.pathname,
      }),
  },
  {
    method: 'GET',
    template: `${LIST}/{CountryCode}.json`,
    handle: (context) => ok(showCountry(context, countryOf(context))),
  },
  {
    method: 'GET',
    template: `${LIST}/{CountryCode}/Local.json`,
    note: 'Every filter; at most 30 numbers, no paging.',
    handle: (context) => search(context, 'local'),
  },
  {
    method: 'GET',
    template: `${LIST}/{CountryCode}/TollFree.json`,
    note: 'Every filter; at most 30 numbers, no paging.',
    handle: (context) => search(context, 'toll free'),
  },
  ...['Mobile', 'National', 'SharedCost', 'Voip', 'MachineToMachine'].map(absent),
];
