import {
  type AddressRequirement,
  type Capabilities,
  createRandom,
  hash32,
  type Random,
  type StockNumber,
} from '../world/index.ts';
import type { Place } from './geography.ts';
import { CITY_ENDINGS, memorableLine, TOLL_FREE_WORDS } from './vanity.ts';

export const TOLL_FREE_CODES = ['800', '833', '844', '855', '866', '877', '888'] as const;

const TOLL_FREE_PER_CODE = 450;
const BIG_CITY_EXCHANGES = 12;
const MOST_PER_PLACE = 120;

const FULL: Capabilities = { voice: true, sms: true, mms: true, fax: false };
const NO_MMS: Capabilities = { voice: true, sms: true, mms: false, fax: false };
const VOICE_ONLY: Capabilities = { voice: true, sms: false, mms: false, fax: false };
const TEXT_ONLY: Capabilities = { voice: false, sms: true, mms: true, fax: false };

function drawCapabilities(random: Random): Capabilities {
  const draw = random.next();
  if (draw < 0.9) return FULL;
  if (draw < 0.95) return NO_MMS;
  return draw < 0.99 ? VOICE_ONLY : TEXT_ONLY;
}

/** About 1 in 20 needs an address of some kind, 1 in 200 a bundle: rarer than abroad, enough to be met. */
function drawRegulation(random: Random): { addressRequirements: AddressRequirement; needsBundle: boolean } {
  const draw = random.next();
  if (draw < 0.005) return { addressRequirements: 'any', needsBundle: true };
  if (draw < 0.03) return { addressRequirements: 'any', needsBundle: false };
  if (draw < 0.045) return { addressRequirements: 'local', needsBundle: false };
  if (draw < 0.05) return { addressRequirements: 'foreign', needsBundle: false };
  return { addressRequirements: 'none', needsBundle: false };
}

const anyLine = (random: Random) => String(random.below(10_000)).padStart(4, '0');

/** Line numbers, each with an exchange, without repeats; memorable ones are one in twelve. */
function drawSubscribers(place: Place, count: number, random: Random): string[] {
  const drawn = new Set<string>();
  const exchange = () => place.exchanges[random.below(place.exchanges.length)] ?? '234';
  if (place.exchanges.length >= BIG_CITY_EXCHANGES) {
    for (const ending of CITY_ENDINGS) drawn.add(exchange() + ending);
  }
  while (drawn.size < count) {
    drawn.add(exchange() + (random.below(12) === 0 ? memorableLine(random) : anyLine(random)));
  }
  return shuffle([...drawn], random);
}

function shuffle(subscribers: string[], random: Random): string[] {
  const keyed = subscribers.map((subscriber) => ({ subscriber, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ subscriber }) => subscriber);
}

/** How many numbers a place has on the shelf: at least one for each of its postal codes. */
export function stockSizeOf(place: Place): number {
  const wanted = Math.max(3, place.postalCodes.length, Math.ceil(place.exchanges.length * 2.5));
  return Math.min(wanted, MOST_PER_PLACE);
}

/** The numbers on the shelf in one place; the same seed and place always give the same numbers. */
export function stockPlace(place: Place, seed: number): StockNumber[] {
  const random = createRandom(hash32(`${seed}:${place.areaCode}:${place.index}`));
  return drawSubscribers(place, stockSizeOf(place), random).map((subscriber, index) => ({
    phoneNumber: `+1${place.areaCode}${subscriber}`,
    type: 'local',
    isoCountry: place.isoCountry,
    locality: place.locality,
    region: place.region,
    postalCode: place.postalCodes[index % place.postalCodes.length] ?? null,
    latitude: place.latitude,
    longitude: place.longitude,
    rateCenter: place.rateCenter,
    lata: place.lata,
    ...drawRegulation(random),
    beta: random.next() < 0.02,
    capabilities: drawCapabilities(random),
  }));
}

/** The toll-free shelf of one code. Toll-free numbers have no geography. */
export function stockTollFree(code: string, seed: number): StockNumber[] {
  const random = createRandom(hash32(`${seed}:${code}`));
  const words = TOLL_FREE_WORDS.filter(() => random.below(3) === 0);
  const drawn = new Set<string>(words);
  while (drawn.size < TOLL_FREE_PER_CODE) {
    const exchange = 200 + random.below(800);
    if (exchange % 100 === 11 || exchange === 555) continue;
    drawn.add(String(exchange) + (random.below(8) === 0 ? memorableLine(random) : anyLine(random)));
  }
  return shuffle([...drawn], random).map((subscriber) => ({
    phoneNumber: `+1${code}${subscriber}`,
    type: 'toll free',
    isoCountry: random.next() < 0.85 ? 'US' : 'CA',
    locality: null,
    region: null,
    postalCode: null,
    latitude: null,
    longitude: null,
    rateCenter: null,
    lata: null,
    addressRequirements: 'none',
    needsBundle: false,
    beta: random.next() < 0.02,
    capabilities: drawCapabilities(random),
  }));
}
