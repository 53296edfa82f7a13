import type { Carrier } from '../../carrier/index.ts';
import { areaCodeOf, describePhoneNumber } from '../phone-number.ts';

const LIMIT = 5;

/**
 * Numbers to offer instead of a taken one: of the same area code, for sale, without an address. Empty when the
 * carrier has none.
 * @throws NumberkitError of `carrierErrors`; an offer is a courtesy, so callers may swallow it.
 */
export async function alternativesTo(carrier: Carrier, phoneNumber: string): Promise<readonly string[]> {
  const facts = await describePhoneNumber(phoneNumber);
  const areaCode = areaCodeOf(phoneNumber);
  if (!facts || !areaCode) return [];
  const offers = await carrier.searchNumbers({
    country: facts.country,
    type: facts.type,
    areaCode,
    excludeAddressRequired: true,
    // More than are wanted: some may turn out unusable, and one may be the taken number itself.
    limit: LIMIT * 2,
  });
  return offers
    .filter((offer) => offer.addressRequirement === 'none' && offer.capabilities.voice)
    .map((offer) => offer.phoneNumber)
    .filter((offered) => offered !== phoneNumber)
    .slice(0, LIMIT);
}
