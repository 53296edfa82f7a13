import type { StockNumber } from '../world/index.ts';
import { areaCodes, type Place, placeOfNumber, placesOf } from './geography.ts';
import { mix, placesFor, type StockFilter, satisfies } from './search.ts';
import { stockPlace, stockSizeOf, stockTollFree, TOLL_FREE_CODES } from './stock.ts';

/** Everything Twilio could sell, whoever holds it now; who holds what is the world's business. */
export interface Inventory {
  /** Numbers that satisfy the filter and that `isFree` lets through, at most `limit`. */
  search(filter: StockFilter, isFree: (phoneNumber: string) => boolean, limit: number): StockNumber[];
  find(phoneNumber: string): StockNumber | undefined;
  /** Is this a geographic area code that the simulator stocks, or a toll-free code? */
  knowsAreaCode(areaCode: string): boolean;
  /** The city a number belongs to, whether or not it is on the shelf. */
  placeOf(phoneNumber: string): Place | undefined;
  size(): number;
}

/** A number put on the shelf by hand; what is left out is that of an ordinary local number. */
export type ExtraNumber = Partial<StockNumber> & { phoneNumber: string };

/** What is on the shelf. */
export interface InventoryOptions {
  /** Numbers on the shelf besides the generated ones; they come first in a search. */
  extra?: readonly ExtraNumber[];
  /** False leaves only `extra` on the shelf. Default true. */
  generated?: boolean;
}

/** Places read together: enough to mix cities, few enough to leave most of the country ungenerated. */
const PLACES_AT_A_TIME = 12;

function completeNumber(extra: ExtraNumber): StockNumber {
  const place = placeOfNumber(extra.phoneNumber);
  return {
    type: 'local',
    isoCountry: place?.isoCountry ?? 'US',
    locality: place?.locality ?? null,
    region: place?.region ?? null,
    postalCode: place?.postalCodes[0] ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    rateCenter: place?.rateCenter ?? null,
    lata: place?.lata ?? null,
    addressRequirements: 'none',
    needsBundle: false,
    beta: false,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    ...extra,
  };
}

/** Shelves are filled when somebody first looks at them, so that creating a simulator costs nothing. */
function createShelves(seed: number) {
  const byPlace = new Map<Place, readonly StockNumber[]>();
  const byCode = new Map<string, readonly StockNumber[]>();
  return {
    ofPlace: (place: Place): readonly StockNumber[] => {
      const shelf = byPlace.get(place) ?? stockPlace(place, seed);
      byPlace.set(place, shelf);
      return shelf;
    },
    ofTollFree: (code: string): readonly StockNumber[] => {
      const shelf = byCode.get(code) ?? stockTollFree(code, seed);
      byCode.set(code, shelf);
      return shelf;
    },
  };
}

export function createInventory(seed: number, options: InventoryOptions = {}): Inventory {
  const extra = new Map((options.extra ?? []).map((number) => [number.phoneNumber, completeNumber(number)]));
  const generated = options.generated ?? true;
  const shelves = createShelves(seed);
  const tollFreeCodes: readonly string[] = TOLL_FREE_CODES;

  function* candidates(filter: StockFilter): Generator<StockNumber> {
    yield* extra.values();
    if (!generated) return;
    if (filter.type === 'toll free') {
      yield* mix(tollFreeCodes.map(shelves.ofTollFree));
      return;
    }
    const places = placesFor(filter, seed);
    const step = filter.near === undefined ? PLACES_AT_A_TIME : 1;
    for (let index = 0; index < places.length; index += step) {
      yield* mix(places.slice(index, index + step).map(shelves.ofPlace));
    }
  }

  return {
    search: (filter, isFree, limit) => {
      const found = new Map<string, StockNumber>();
      for (const number of candidates(filter)) {
        if (found.size >= limit) break;
        if (satisfies(number, filter) && isFree(number.phoneNumber)) found.set(number.phoneNumber, number);
      }
      return [...found.values()];
    },
    find: (phoneNumber) => {
      const byHand = extra.get(phoneNumber);
      if (byHand !== undefined || !generated) return byHand;
      const code = phoneNumber.slice(2, 5);
      const place = placeOfNumber(phoneNumber);
      const shelf = tollFreeCodes.includes(code)
        ? shelves.ofTollFree(code)
        : place === undefined
          ? []
          : shelves.ofPlace(place);
      return shelf.find((number) => number.phoneNumber === phoneNumber);
    },
    knowsAreaCode: (areaCode) => placesOf(areaCode).length > 0 || tollFreeCodes.includes(areaCode),
    placeOf: placeOfNumber,
    size: () => {
      const local = areaCodes()
        .flatMap((areaCode) => placesOf(areaCode))
        .reduce((sum, place) => sum + stockSizeOf(place), 0);
      const tollFree = tollFreeCodes.reduce((sum, code) => sum + shelves.ofTollFree(code).length, 0);
      return extra.size + (generated ? local + tollFree : 0);
    },
  };
}
