import type { Money } from '@numberkit/contract';

/**
 * PORT: who sells and runs numbers. `carrier/twilio` is the adapter.
 *
 * Reads throw a NumberkitError whose code is listed in `carrierErrors`. Calls that cost money never throw for
 * an answer of the carrier's: they return an answer that says whether the outcome is known, because "it threw"
 * does not tell a refusal from a purchase whose confirmation was lost.
 */
export interface Carrier {
  /** Short name for the trail, such as `twilio`. */
  readonly name: string;
  /** Numbers for sale that match. May return fewer than asked, in the carrier's order. */
  searchNumbers(query: CarrierSearch): Promise<readonly AvailableNumber[]>;
  /** The number of exactly this E.164 in our account, or `undefined`. */
  findNumber(phoneNumber: string): Promise<CarrierNumber | undefined>;
  /** Buys exactly this number. Not idempotent: only the ledger calls it, after the intent is committed. */
  buyNumber(order: NumberOrder): Promise<BuyAnswer>;
  /** Points a number we own at other addresses. Safe to repeat. */
  configureNumber(carrierSid: string, settings: NumberSettings): Promise<CarrierNumber>;
  /** What a number of each type costs a month in this country (ISO 3166 alpha-2). */
  numberPrices(country: string): Promise<NumberPrices>;
}

/** Local or toll-free: the two kinds of number that we sell. */
export type NumberType = 'local' | 'toll-free';

/** One question to the carrier's catalogue. */
export interface CarrierSearch {
  readonly country: string;
  readonly type: NumberType;
  /** Three digits. */
  readonly areaCode?: string;
  /** The carrier's own pattern language; see `carrier/twilio/contains-pattern.ts`. */
  readonly contains?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly near?:
    | { readonly latitude: number; readonly longitude: number }
    | { readonly phoneNumber: string };
  readonly distanceMiles?: number;
  /** Leave out numbers that cannot be bought without an address. */
  readonly excludeAddressRequired?: boolean;
  /** Leave out numbers that cannot take calls. */
  readonly voiceOnly?: boolean;
  readonly limit: number;
}

/** A number for sale. */
export interface AvailableNumber {
  readonly phoneNumber: string;
  readonly country: string;
  readonly type: NumberType;
  readonly locality: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly addressRequirement: 'none' | 'any' | 'local' | 'foreign';
  readonly beta: boolean;
  readonly capabilities: { readonly voice: boolean; readonly sms: boolean; readonly mms: boolean };
}

/** Where the carrier sends calls to a number. */
export interface NumberSettings {
  readonly voiceUrl: string;
  readonly voiceFallbackUrl?: string;
  readonly statusCallback?: string;
}

/** An order for one exact number. */
export interface NumberOrder extends NumberSettings {
  readonly phoneNumber: string;
  /** Kept by the carrier with the number (Twilio: FriendlyName), so that we recognise our own purchase. */
  readonly tag: string;
}

/** A number in our carrier account. */
export interface CarrierNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly tag: string;
  readonly voiceUrl: string | null;
  readonly voiceFallbackUrl: string | null;
  readonly statusCallback: string | null;
  readonly trunkSid: string | null;
  readonly applicationSid: string | null;
}

/**
 * What became of an order. `bought`: ours now. `refused`: clearly not bought, not charged.
 * `unknown`: no clear answer (timeout, reset, 5xx); the carrier must be asked before anything else.
 */
export type BuyAnswer =
  | { readonly outcome: 'bought'; readonly number: CarrierNumber }
  | {
      readonly outcome: 'refused';
      readonly reason: RefusalReason;
      readonly carrierCode: string;
      readonly detail: string;
    }
  | { readonly outcome: 'unknown'; readonly detail: string };

/**
 * `unavailable`: sold meanwhile; another candidate may do. `restricted`: needs an address, bundle or document.
 * `account`: the account may not buy (trial, suspended, credentials, rate); no candidate will do.
 * `invalid`: the order itself is wrong.
 */
export type RefusalReason = 'unavailable' | 'restricted' | 'account' | 'invalid';

/** Monthly price by type; a type the carrier does not sell is absent. */
export type NumberPrices = Readonly<Partial<Record<NumberType, Money>>>;
