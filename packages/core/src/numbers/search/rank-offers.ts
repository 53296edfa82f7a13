import type { OfferedNumber } from '@numberkit/contract';

/** An offer with what ranks it. */
export interface RankedOffer {
  readonly offer: OfferedNumber;
  /** From the place that was searched, which need not be where the business is. */
  readonly milesFromPlace: number | undefined;
}

/**
 * Best first: those in the area code that was asked for, those that wait in the pool, local ones, those that end in the pattern, the near ones, the
 * memorable ones, those that can be bought; else in the order found.
 */
export function rankOffers(
  offers: readonly RankedOffer[],
  askedAreaCode: string | undefined,
): readonly OfferedNumber[] {
  return offers
    .map((ranked) => ({ ranked, keys: sortKeys(ranked, askedAreaCode) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ ranked }) => ranked.offer);
}

/** Smaller is better, first key first. */
function sortKeys(
  { offer, milesFromPlace }: RankedOffer,
  askedAreaCode: string | undefined,
): readonly number[] {
  const endsInMatch = offer.match && offer.match.start + offer.match.length === offer.display.length;
  return [
    askedAreaCode && offer.phoneNumber.slice(2, 5) !== askedAreaCode ? 1 : 0,
    offer.ready ? 0 : 1,
    offer.local ? 0 : 1,
    endsInMatch ? 0 : 1,
    Math.round(milesFromPlace ?? Number.MAX_SAFE_INTEGER),
    -offer.memorability,
    offer.restriction ? 1 : 0,
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) {
    const difference = key - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
