/** Twilio's inventory type names, as in the path of a search. */
export type NumberType = 'local' | 'toll free';

export type AddressRequirement = 'none' | 'any' | 'local' | 'foreign';

export interface Capabilities {
  voice: boolean;
  sms: boolean;
  mms: boolean;
  fax: boolean;
}

/** A number on Twilio's shelf: what a search lists and a purchase takes. */
export interface StockNumber {
  readonly phoneNumber: string;
  readonly type: NumberType;
  readonly isoCountry: 'US' | 'CA';
  readonly locality: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly rateCenter: string | null;
  readonly lata: string | null;
  readonly addressRequirements: AddressRequirement;
  /** A regulatory bundle is needed to buy it; the search does not say so, the purchase answers 21649. */
  readonly needsBundle: boolean;
  readonly beta: boolean;
  readonly capabilities: Capabilities;
}

/** `+14155550123` as `(415) 555-0123`; anything that is not a NANP number stays as it is. */
export function formatNational(phoneNumber: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
  return match === null ? phoneNumber : `(${match[1]}) ${match[2]}-${match[3]}`;
}
