import type { ExistingLine, FieldProblem } from '@numberkit/contract';
import { type ErrorKind, NumberkitError } from '../../errors.ts';
import { forwardingErrors } from '../errors.ts';

/** Which lines may be called. */
export interface LinePolicy {
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
}

/** What reading a line gave. */
export type LineCheck =
  | { readonly ok: true; readonly line: CheckedLine }
  | { readonly ok: false; readonly refusal: LineRefusal };

/** A line that may be called and forwarded. */
export interface CheckedLine extends ExistingLine {
  /** As its numbering plan says; null where numbers of both kinds look alike, as in North America. */
  readonly kind: 'mobile' | 'landline' | null;
}

/** Why a line is refused. Names no digit of it. */
export interface LineRefusal {
  readonly error: ErrorKind;
  readonly field: FieldProblem;
}

// Loaded at first use: the front door must not load a third party.
const loadParser = () => import('libphonenumber-js/max');

/**
 * Reads a line as people write it, and says whether it may be called: an ordinary fixed, mobile or VoIP number of an
 * allowed country. Calls nobody.
 * @param defaultCountry of a number without country code, ISO 3166 alpha-2
 */
export async function checkLine(
  text: string,
  defaultCountry: string,
  policy: LinePolicy,
): Promise<LineCheck> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await loadParser();
  const country = isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  const number = parsePhoneNumberFromString(text, {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
  if (!number?.isValid()) return refuse(forwardingErrors.invalidLine, 'is no phone number that exists');
  if (!number.country || !policy.countries.includes(number.country)) {
    return refuse(forwardingErrors.lineNotAllowed, 'is of a country that is not allowed');
  }
  const type = number.getType();
  if (type !== 'FIXED_LINE' && type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE' && type !== 'VOIP') {
    return refuse(forwardingErrors.lineNotAllowed, 'is no ordinary line');
  }
  const display = number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
  const kind = type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'landline' : null;
  return { ok: true, line: { phoneNumber: number.number, display, country: number.country, kind } };
}

/** The refusal as an error to throw. */
export function lineRefused(refusal: LineRefusal, field = 'existingLine'): NumberkitError {
  return new NumberkitError(refusal.error, {
    detail: `The existing line ${refusal.field.reason}.`,
    fields: [{ ...refusal.field, field }],
  });
}

function refuse(error: ErrorKind, reason: string): LineCheck {
  return { ok: false, refusal: { error, field: { field: 'existingLine', reason, remedy: error.hint } } };
}
