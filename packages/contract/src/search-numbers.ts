import type { Money } from './money.ts';

/**
 * Body of `POST search-numbers`. Name at most one place; with none, the tenant's business location is used.
 *
 * @public
 */
export interface SearchNumbersRequest {
  /** A place as a person types it: `Oakland, CA`, `94607`, `510`. */
  readonly query?: string;
  /** Three digits, US or Canada. */
  readonly areaCode?: string;
  readonly locality?: string;
  /** State or province, two letters. */
  readonly region?: string;
  readonly postalCode?: string;
  /** Numbers close to a point or to a known number. */
  readonly near?:
    | { readonly latitude: number; readonly longitude: number }
    | { readonly phoneNumber: string };
  /** Digits or letters the number should contain, such as `COOL` or `555`. */
  readonly contains?: string;
  readonly type?: 'local' | 'toll-free';
  /** `US` (default) or `CA`. */
  readonly country?: 'US' | 'CA';
  /** How many at most; 1 to 50, default 10. */
  readonly limit?: number;
  /** Also list numbers that cannot be bought at once, each with the reason. */
  readonly includeRestricted?: boolean;
}

/**
 * Answer of `POST search-numbers`.
 *
 * @public
 */
export interface SearchNumbersResponse {
  readonly numbers: readonly OfferedNumber[];
  /** Area codes to try, best first. */
  readonly suggestions: readonly AreaCodeSuggestion[];
}

/**
 * A number that can be bought.
 *
 * @public
 */
export interface OfferedNumber {
  /** E.164. */
  readonly phoneNumber: string;
  /** As people of its country write it: `(415) 555-0142`. */
  readonly display: string;
  readonly type: 'local' | 'toll-free';
  readonly areaCode: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  /** In an area code of the business location. */
  readonly local: boolean;
  /** Whole miles from the business location, when both are known. */
  readonly distanceMiles: number | null;
  readonly monthlyPrice: Money | null;
  readonly capabilities: { readonly voice: boolean; readonly sms: boolean; readonly mms: boolean };
  /** Waits in the pool: buying it takes no carrier call and is done at once. */
  readonly ready: boolean;
  /** The part that matches a letter or digit pattern. */
  readonly match: VanityMatch | null;
  /** 0 (nothing special) to 100 (hard to forget). */
  readonly memorability: number;
  /** Why it cannot be bought at once; absent when it can. Only with `includeRestricted`. */
  readonly restriction?: 'needs-address' | 'needs-local-address' | 'needs-foreign-address' | 'no-voice';
}

/**
 * Which characters of `display` spell the searched pattern.
 *
 * @public
 */
export interface VanityMatch {
  /** Offset into `display`, counted in characters. */
  readonly start: number;
  /** Length in `display`, separators included. */
  readonly length: number;
  /** `display` with the match in letters: `(510) 555-COOL`. */
  readonly spelled: string;
}

/**
 * An area code to offer.
 *
 * @public
 */
export interface AreaCodeSuggestion {
  readonly areaCode: string;
  /** The largest place it serves. */
  readonly locality: string;
  readonly region: string;
  readonly local: boolean;
  readonly distanceMiles: number | null;
}
