import type { AvailableNumber, Carrier, NumberType } from '../../carrier/index.ts';
import type { PhoneNumberFacts } from '../phone-number.ts';

/** What we know of a candidate before it is bought. */
export interface CandidateFacts {
  readonly phoneNumber: string;
  readonly country: string;
  readonly type: NumberType;
  readonly areaCode: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly capabilities: AvailableNumber['capabilities'] | null;
}

/** `buyable` as far as one can see; else why not. */
export type Inspection =
  | { readonly verdict: 'buyable'; readonly facts: CandidateFacts }
  | { readonly verdict: 'owned' }
  | { readonly verdict: 'restricted' };

/**
 * Looks at a candidate before any intent is written. Twilio answers 201 for a number that the account already owns
 * and overwrites its settings (https://github.com/danielberkompas/ex_twilio/pull/116), so a number that another
 * program on the same account uses must be refused here. The catalogue also tells the place, and whether an address
 * is needed; a number missing from it may still be for sale, so that alone refuses nothing.
 *
 * @param known what a search just said of it, so that the catalogue need not be asked again.
 * @throws NumberkitError of `carrierErrors` when the carrier cannot be asked; nothing was intended then.
 */
export async function inspectCandidate(
  carrier: Carrier,
  number: PhoneNumberFacts,
  known?: AvailableNumber,
): Promise<Inspection> {
  const { phoneNumber, country, type } = number;
  const [owned, listed] = await Promise.all([
    carrier.findNumber(phoneNumber),
    known ? [known] : carrier.searchNumbers({ country, type, contains: phoneNumber, limit: 1 }),
  ]);
  if (owned) return { verdict: 'owned' };
  const offer = listed.find((each) => each.phoneNumber === phoneNumber);
  if (offer && isRestricted(offer)) return { verdict: 'restricted' };
  return { verdict: 'buyable', facts: factsOf(number, offer) };
}

function isRestricted(offer: AvailableNumber): boolean {
  return offer.addressRequirement !== 'none' || !offer.capabilities.voice;
}

function factsOf(number: PhoneNumberFacts, offer: AvailableNumber | undefined): CandidateFacts {
  return {
    phoneNumber: number.phoneNumber,
    country: number.country,
    type: number.type,
    areaCode: number.areaCode,
    locality: offer?.locality ?? null,
    region: offer?.region ?? null,
    capabilities: offer?.capabilities ?? null,
  };
}
