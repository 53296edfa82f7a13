import type { AvailableNumber, NumberPrices } from '../../carrier/index.ts';
import type { NumberRecord } from '../number-store.ts';
import { type Place, type Places, resolvePlace } from '../places/index.ts';
import type { PooledStore } from '../pooled/index.ts';
import { isTollFreePrefix, isWholeRegion, type SearchTarget } from './plan-search.ts';

/** A number that waits in the pool, in the shape in which the carrier's are seen. */
export interface ReadyNumber {
  readonly number: AvailableNumber;
  /** Its own price, as it was bought. */
  readonly prices: NumberPrices;
}

/** A pattern is rare, and stored numbers are sealed: so many are opened and looked at. */
const LOOKED_AT_WITH_PATTERN = 500;

/**
 * Pooled numbers in the area codes that were asked for, those that have waited longest first; no carrier call.
 * @param accepts the same test that the carrier's numbers must pass.
 */
export async function findPooled(
  store: Pick<PooledStore, 'list'>,
  places: Places,
  target: SearchTarget,
  accepts: (number: AvailableNumber) => boolean,
  limit: number,
): Promise<readonly ReadyNumber[]> {
  const areaCodes = askedAreaCodes(target);
  const held = await store.list({
    ...(areaCodes && { areaCodes }),
    type: target.type,
    country: target.country,
    limit: target.pattern ? LOOKED_AT_WITH_PATTERN : limit,
  });
  return held
    .map((record) => ({ number: asAvailable(record, placeOf(places, record)), record }))
    .filter(({ number }) => accepts(number))
    .slice(0, limit)
    .map(({ number, record }) => ({
      number,
      prices: record.monthlyPrice ? { [record.type]: record.monthlyPrice } : {},
    }));
}

/** `undefined`: any. An area code, or a town whose area codes are known, stands for itself; no circles around it. */
function askedAreaCodes({ type, wanted, place }: SearchTarget): readonly string[] | undefined {
  // Toll-free numbers are nowhere, and the pool holds none by prefix.
  if (type === 'toll-free') return isTollFreePrefix(wanted?.areaCode) ? [] : undefined;
  if (!wanted) return undefined;
  if (wanted.areaCode && !isWholeRegion(wanted)) return [wanted.areaCode];
  return place?.areaCodes ?? [];
}

function placeOf(places: Places, { locality, region, areaCode }: NumberRecord): Place | undefined {
  const town = locality && region ? resolvePlace(places, { locality, region }) : undefined;
  return town ?? (areaCode ? resolvePlace(places, { areaCode }) : undefined);
}

function asAvailable(record: NumberRecord, place: Place | undefined): AvailableNumber {
  return {
    phoneNumber: record.phoneNumber,
    country: record.country,
    type: record.type,
    locality: record.locality,
    region: record.region,
    postalCode: null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    // It is ours already, so nothing is asked for any more; and only numbers that take calls are bought.
    addressRequirement: 'none',
    beta: false,
    capabilities: record.capabilities ?? { voice: true, sms: false, mms: false },
  };
}
