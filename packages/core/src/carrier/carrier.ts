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
  /** Who we are there: one cheap read that needs the credentials. */
  readAccount(): Promise<CarrierAccount>;
  /** Every number of the account, others' purposes included, page by page while it is read. */
  listNumbers(): AsyncIterable<CarrierNumber>;
  /**
   * Gives a number back for good. Only the ledger calls it, after the intent is committed. Safe to repeat: a number
   * that is not there any more answers `gone`.
   */
  releaseNumber(carrierSid: string): Promise<ReleaseAnswer>;
  /** Starts taking the emergency address off a number, without which it cannot be released. Safe to repeat. */
  clearEmergencyAddress(carrierSid: string): Promise<CarrierNumber>;
  /** Places a call that follows `twiml` when answered. Costs money and is not idempotent. */
  placeCall(order: CallOrder): Promise<CallAnswer>;
  /** A call of ours as it stands now. */
  readCall(callSid: string): Promise<CarrierCall | undefined>;
  /** Ends a call of ours, whether it rings or is answered. Safe to repeat; one that is over stays as it is. */
  hangUpCall(callSid: string): Promise<void>;
  /** Whose line that is, and of what kind. Costs money. */
  lookUpLine(phoneNumber: string): Promise<CarrierLine>;
  /** Calls to and from the account, newest first, page by page while they are read. */
  listCalls(query: CallQuery): AsyncIterable<CarrierCall>;
}

/** Our account at the carrier; null where these credentials may not ask. */
export interface CarrierAccount {
  /** The carrier's own id of it. */
  readonly id: string;
  readonly status: 'active' | 'suspended' | 'closed' | null;
  readonly trial: boolean | null;
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
  readonly voiceMethod: CarrierMethod | null;
  readonly voiceFallbackUrl: string | null;
  readonly voiceFallbackMethod: CarrierMethod | null;
  readonly statusCallback: string | null;
  readonly statusCallbackMethod: CarrierMethod | null;
  readonly trunkSid: string | null;
  readonly applicationSid: string | null;
  /** Null when the carrier does not tell, or tells another type than the two we sell. */
  readonly type: NumberType | null;
  /** When it came into the account; null when the carrier does not tell. */
  readonly createdAt: Date | null;
  /** Does an address for emergency calls hang on it? `clearing`: asked to go, still there; neither can be released. */
  readonly emergencyAddress: EmergencyAddress;
}

/** How the carrier asks an address of ours. */
export type CarrierMethod = 'GET' | 'POST';

/** `registered` includes one on its way there. */
export type EmergencyAddress = 'none' | 'registered' | 'clearing';

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

/**
 * What became of a release. `released`: by this call. `gone`: the account did not have it any more.
 * `blocked`: an emergency address must be cleared first. `refused`: the carrier will not, for now.
 * `unknown`: no clear answer; asking again is safe.
 */
export type ReleaseAnswer =
  | { readonly outcome: 'released' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'blocked' | 'refused'; readonly carrierCode: string; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string };

/** A call to place. */
export interface CallOrder {
  /** E.164, a number of ours. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  /** What is played to whoever answers. */
  readonly twiml: string;
  /** Ends the call after that long. */
  readonly timeLimitSeconds: number;
  /** Rings that long at most. */
  readonly timeoutSeconds: number;
  /** Listen whether a person or a machine answers, before `twiml` is played. Costs extra. */
  readonly detectMachine?: boolean;
  /** Told when the call has ended. */
  readonly statusCallback?: string;
}

/** What became of a call order. `unknown`: it may ring all the same. */
export type CallAnswer =
  | { readonly outcome: 'placed'; readonly call: CarrierCall }
  | { readonly outcome: 'refused'; readonly carrierCode: string; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string };

/** Which calls to read. */
export interface CallQuery {
  /** E.164: only calls to this number. */
  readonly to?: string;
  /** E.164: only calls from this number. */
  readonly from?: string;
  /** Only calls that started at this moment or later. */
  readonly since: Date;
}

/** A call as the carrier recorded it. */
export interface CarrierCall {
  readonly sid: string;
  /** E.164, or what the carrier shows for a caller without a number. */
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound';
  readonly status: CallStatus;
  /** Null until it started. */
  readonly startedAt: Date | null;
  /** Null until it ended. */
  readonly durationSeconds: number | null;
  /** Null until the carrier has priced it. */
  readonly price: Money | null;
  /** Who answered, where `detectMachine` was asked for; null until it is known. */
  readonly answeredBy: 'human' | 'machine' | 'unknown' | null;
}

/** A line of somebody's; null what the carrier does not know. */
export interface CarrierLine {
  /** Such as `Verizon Wireless`. */
  readonly carrierName: string | null;
  readonly kind: 'mobile' | 'landline' | 'voip' | 'toll-free' | null;
}

/** Where a call stands; the last five are final. */
export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';
