import { createRandom, hash32 } from '../world/index.ts';
import geography from './data/geography.json' with { type: 'json' };

/** A city in one area code, with the exchanges (the middle three digits) that ring there. */
export interface Place {
  readonly areaCode: string;
  readonly index: number;
  readonly locality: string;
  readonly region: string;
  readonly isoCountry: 'US' | 'CA';
  readonly latitude: number;
  readonly longitude: number;
  readonly lata: string;
  readonly rateCenter: string;
  readonly postalCodes: readonly string[];
  readonly exchanges: readonly string[];
}

type Row = [
  locality: string,
  region: string,
  latitude: number,
  longitude: number,
  lata: string,
  postalCodes: string,
  exchanges: string,
];

const PROVINCES = new Set(['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT']);

/** An area code that is a single city lists no exchanges in the sources; neither does an overlay. */
const EXCHANGES_OF_A_WHOLE_CITY = 40;

// An imported JSON tuple is typed as an array of unions: the build script guarantees this shape.
const ROWS = geography as unknown as Record<string, Row[] | string>;

const rateCenterOf = (locality: string) =>
  locality
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toUpperCase()
    .slice(0, 10)
    .trim();

/** `"94102,03;95123"` as `["94102", "94103", "95123"]`. */
function unpackPostalCodes(packed: string): string[] {
  return packed.split(';').flatMap((group) => {
    const [first = '', ...tails] = group.split(',');
    return [first, ...tails.map((tail) => first.slice(0, 3) + tail)];
  });
}

/** All exchanges a NANP area code can have (no N11, no 555), in an order fixed by the area code. */
function shuffledExchanges(areaCode: string): string[] {
  const random = createRandom(hash32(`exchanges:${areaCode}`));
  const exchanges: string[] = [];
  for (let exchange = 200; exchange < 1000; exchange += 1) {
    if (exchange % 100 !== 11 && exchange !== 555) exchanges.push(String(exchange));
  }
  for (let index = exchanges.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    const kept = exchanges[index] ?? '';
    exchanges[index] = exchanges[other] ?? '';
    exchanges[other] = kept;
  }
  return exchanges;
}

type Facts = Omit<Place, 'areaCode' | 'index'>;

const factsByRow = new Map<Row, Facts>();

/** What a row says; an area code and its overlays share it. */
function readRow(row: Row): Facts {
  const known = factsByRow.get(row);
  if (known !== undefined) return known;
  const [locality, region, latitude, longitude, lata, postalCodes, exchanges] = row;
  const facts: Facts = {
    locality,
    region,
    isoCountry: PROVINCES.has(region) ? 'CA' : 'US',
    latitude,
    longitude,
    lata,
    rateCenter: rateCenterOf(locality),
    postalCodes: unpackPostalCodes(postalCodes),
    exchanges: exchanges.match(/\d{3}/g) ?? [],
  };
  factsByRow.set(row, facts);
  return facts;
}

function readPlaces(areaCode: string): Place[] {
  const entry = ROWS[areaCode];
  const overlay = typeof entry === 'string';
  const rows = overlay ? ROWS[entry] : entry;
  if (rows === undefined || typeof rows === 'string') return [];
  const facts = rows.map(readRow);
  const taken = new Set(overlay ? [] : facts.flatMap(({ exchanges }) => exchanges));
  const invents = overlay || facts.some(({ exchanges }) => exchanges.length === 0);
  const free = invents ? shuffledExchanges(areaCode).filter((exchange) => !taken.has(exchange)) : [];
  return facts.map((fact, index) => {
    if (!overlay && fact.exchanges.length > 0) return { ...fact, areaCode, index };
    const count = fact.exchanges.length || EXCHANGES_OF_A_WHOLE_CITY;
    // An overlay is younger than its parent: it has opened about half as many exchanges.
    return { ...fact, areaCode, index, exchanges: free.splice(0, overlay ? Math.ceil(count / 2) : count) };
  });
}

const placesByAreaCode = new Map<string, readonly Place[]>();

/** Every area code of the US and Canada that the simulator stocks. */
export function areaCodes(): string[] {
  return Object.keys(ROWS);
}

/** The cities of one area code; empty when it is not stocked. Geography is the same for every seed. */
export function placesOf(areaCode: string): readonly Place[] {
  const known = placesByAreaCode.get(areaCode);
  if (known !== undefined) return known;
  const places = readPlaces(areaCode);
  placesByAreaCode.set(areaCode, places);
  return places;
}

let everyPlace: readonly Place[] | undefined;

export function allPlaces(): readonly Place[] {
  everyPlace ??= areaCodes().flatMap((areaCode) => [...placesOf(areaCode)]);
  return everyPlace;
}

/** The city behind a number: by exchange, else the largest city of its area code. */
export function placeOfNumber(phoneNumber: string): Place | undefined {
  const match = /^\+?1?(\d{3})(\d{3})\d{4}$/.exec(phoneNumber);
  if (match === null) return undefined;
  const places = placesOf(match[1] ?? '');
  return places.find((place) => place.exchanges.includes(match[2] ?? '')) ?? places[0];
}
