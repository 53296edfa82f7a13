import { NumberkitError } from '../../errors.ts';
import type { BuyAnswer } from '../carrier.ts';
import { carrierErrors } from '../errors.ts';
import { type CarrierErrorName, type TwilioError, twilioErrors } from './errors/index.ts';
import { asRecord, textOrNull } from './read-body.ts';
import { TransportFailure, type TwilioResponse } from './transport.ts';

const NOT_FOUND = 20404;

/** Twilio's own code in an error answer, in the classic form as well as in RFC 9457's. */
export function errorCode(response: TwilioResponse): number | undefined {
  const code = Number(asRecord(response.body)?.code);
  return Number.isInteger(code) && code > 0 ? code : undefined;
}

/** Does Twilio say that there is no such thing? A 404 of a gateway or of a mistyped account has another code, or none. */
export function isNotFound(response: TwilioResponse): boolean {
  return response.status === 404 && errorCode(response) === NOT_FOUND;
}

/** The table's row for a code. */
export function lookUpError(code: number): TwilioError | undefined {
  return twilioErrors.find((row) => row.code <= code && code <= (row.through ?? row.code));
}

/**
 * What an answer other than 2xx says of a purchase. Only a 4xx that carries a code of Twilio's is a refusal:
 * a 4xx without one may come from a gateway that gave up after Twilio had sold the number.
 */
export function refusalOf(response: TwilioResponse): BuyAnswer {
  const code = errorCode(response);
  const detail = describeAnswer(response);
  if (code === undefined || response.status < 400 || response.status >= 500 || response.status === 408) {
    return { outcome: 'unknown', detail };
  }
  const known = lookUpError(code)?.purchase;
  if (known === 'unknown') return { outcome: 'unknown', detail };
  const reason = known ?? (response.status === 400 || response.status === 422 ? 'invalid' : 'account');
  return { outcome: 'refused', reason, carrierCode: String(code), detail };
}

/** The error to throw for an answer other than 2xx of any other call. */
export function errorOf(response: TwilioResponse): NumberkitError {
  const code = errorCode(response);
  const name = (code === undefined ? null : lookUpError(code)?.error) ?? nameByStatus(response.status);
  return new NumberkitError(carrierErrors[name], { detail: describeAnswer(response) });
}

/** The error to throw when no answer came. */
export function errorOfFailure(failure: unknown): unknown {
  if (!(failure instanceof TransportFailure)) return failure;
  return new NumberkitError(carrierErrors.carrierUnavailable, { detail: failure.message, cause: failure });
}

/** The error to throw for a 2xx whose body is not what Twilio documents. */
export function errorOfNonsense(response: TwilioResponse): NumberkitError {
  const detail = `Twilio answered ${response.status} with a body that cannot be understood${requestOf(response)}`;
  return new NumberkitError(carrierErrors.carrierUnavailable, { detail });
}

/** One sentence for people, without phone numbers. */
export function describeAnswer(response: TwilioResponse): string {
  const code = errorCode(response);
  if (code === undefined)
    return `Twilio answered HTTP ${response.status} without a code${requestOf(response)}`;
  const body = asRecord(response.body);
  const said = textOrNull(body?.message) ?? textOrNull(body?.detail) ?? textOrNull(body?.title) ?? '';
  const known = lookUpError(code);
  const meaning = known ? `${known.meaning} ${known.remedy}`.trim() : maskNumbers(said);
  return `Twilio error ${code}: ${meaning}${requestOf(response)}`;
}

/** Twilio repeats phone numbers in its messages; ours go into logs and the trail. */
export function maskNumbers(text: string): string {
  return text.replace(/\+?\d[\d\s().-]{5,}\d/g, (number) => `…${number.slice(-2)}`);
}

function nameByStatus(status: number): CarrierErrorName {
  if (status === 429) return 'carrierBusy';
  if (status === 408 || status >= 500) return 'carrierUnavailable';
  if (status === 401) return 'carrierCredentials';
  return status === 403 ? 'carrierAccount' : 'carrierRejected';
}

function requestOf(response: TwilioResponse): string {
  return response.requestId ? ` (Twilio request ${response.requestId})` : '';
}
