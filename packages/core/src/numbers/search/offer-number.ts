import type { OfferedNumber } from '@numberkit/contract';
import type { AvailableNumber, NumberPrices } from '../../carrier/index.ts';
import { areaCodeOf, displayPhoneNumber } from '../phone-number.ts';
import { milesBetween, type Point } from '../places/index.ts';
import { findMatch, memorability } from '../vanity/index.ts';
import type { Pattern } from './pattern.ts';

const restrictions = {
  any: 'needs-address',
  local: 'needs-local-address',
  foreign: 'needs-foreign-address',
} as const;

/** What an offer is seen against. */
export interface OfferContext {
  /** Area codes that count as local. */
  readonly localAreaCodes: readonly string[];
  /** Where to measure from. */
  readonly from: Point | undefined;
  readonly prices: NumberPrices;
  /** Does it wait in the pool? */
  readonly ready: boolean;
  /** Digits and letters asked for. */
  readonly pattern: Pattern | undefined;
}

/** Why a number cannot be bought at once; `undefined` when it can. */
export function restrictionOf(number: AvailableNumber): OfferedNumber['restriction'] {
  if (!number.capabilities.voice) return 'no-voice';
  return number.addressRequirement === 'none' ? undefined : restrictions[number.addressRequirement];
}

/** A number for sale as the business sees it. */
export async function offerNumber(number: AvailableNumber, context: OfferContext): Promise<OfferedNumber> {
  const { phoneNumber, type, locality, region, capabilities } = number;
  const { localAreaCodes, from, prices, ready, pattern } = context;
  const display = await displayPhoneNumber(phoneNumber);
  const areaCode = type === 'local' ? areaCodeOf(phoneNumber) : null;
  const point = pointOf(number);
  const match = pattern === undefined ? null : findMatch(display, pattern.text, pattern.place);
  const restriction = restrictionOf(number);
  return {
    phoneNumber,
    display,
    type,
    areaCode,
    locality,
    region,
    local: areaCode !== null && localAreaCodes.includes(areaCode),
    distanceMiles: from && point ? Math.round(milesBetween(from, point)) : null,
    monthlyPrice: prices[type] ?? null,
    capabilities,
    ready,
    match,
    memorability: memorability(phoneNumber, match ? pattern?.text : ''),
    ...(restriction && { restriction }),
  };
}

/** Where the carrier says the number is; toll-free numbers are nowhere. */
export function pointOf({ latitude, longitude }: AvailableNumber): Point | undefined {
  return latitude === null || longitude === null ? undefined : { latitude, longitude };
}
