import type { RefusalReason } from '../../carrier.ts';
import type { carrierErrors } from '../../errors.ts';

/** Name of one of the errors that a carrier call throws. */
export type CarrierErrorName = keyof typeof carrierErrors;

/**
 * One of Twilio's error codes and what numberkit makes of it. Codes that only Twilio's debugger shows, never a
 * REST answer, have `status`, `purchase` and `error` null.
 */
export interface TwilioError {
  readonly code: number;
  /** Last code of a range that means the same. */
  readonly through?: number;
  /** HTTP status it comes with. */
  readonly status: number | null;
  readonly meaning: string;
  /** What it says of a purchase: clearly refused and why, or nothing certain. */
  readonly purchase: RefusalReason | 'unknown' | null;
  /** What any other call throws for it. */
  readonly error: CarrierErrorName | null;
  /** What the reader can do about it. */
  readonly remedy: string;
}
