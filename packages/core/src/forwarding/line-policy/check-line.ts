import type { ExistingLine } from '@numberkit/contract';
import type { NumberType, PhoneNumber } from 'libphonenumber-js/max';
import { type LineRefusal, notAllowed, notANumber } from './refuse-line.ts';
import { specialReason } from './special-numbers.ts';

/** Which lines may be called. */
export interface LinePolicy {
  /** ISO 3166 alpha-2. Islands that share a country code with one of them are countries of their own. */
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

/** The kinds that people have at home, at work or in the pocket. */
const ORDINARY: ReadonlyMap<NumberType, CheckedLine['kind']> = new Map<NumberType, CheckedLine['kind']>([
  ['FIXED_LINE', 'landline'],
  ['MOBILE', 'mobile'],
  ['FIXED_LINE_OR_MOBILE', null],
  ['VOIP', null],
]);

const OTHERS: ReadonlyMap<NumberType, string> = new Map<NumberType, string>([
  ['PREMIUM_RATE', 'is a premium-rate number'],
  ['TOLL_FREE', 'is a toll-free number'],
  ['SHARED_COST', 'is a shared-cost number'],
  ['PERSONAL_NUMBER', 'is a personal number'],
  ['PAGER', 'is a pager'],
  ['UAN', 'is a company-wide number'],
  ['VOICEMAIL', 'is a voicemail number'],
]);

/** Longer texts hold no number, and the parser need not look for one. */
const LONGEST = 60;

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
  const country = isSupportedCountry(defaultCountry) ? { defaultCountry } : {};
  const number =
    text.length <= LONGEST
      ? parsePhoneNumberFromString(text.trim(), { ...country, extract: false })
      : undefined;
  if (!number) return { ok: false, refusal: notANumber('is not a phone number', WRITE_IT) };
  const refusal = refusalOf(number, policy);
  return refusal ? { ok: false, refusal } : { ok: true, line: lineOf(number) };
}

const WRITE_IT = 'Write it as people of its country do, or with + and the country code.';
const ORDINARY_ONLY = 'Name the fixed line, mobile or VoIP line behind it.';

function refusalOf(number: PhoneNumber, policy: LinePolicy): LineRefusal | undefined {
  const special = specialReason(number.number);
  if (special) return notAllowed(special, ORDINARY_ONLY);
  if (!number.isValid()) return notANumber('is no phone number that exists', WRITE_IT);
  if (number.ext) return notANumber('has an extension', 'Name the number without it.');
  const other = OTHERS.get(number.getType());
  if (other) return notAllowed(other, ORDINARY_ONLY);
  if (!number.country || !policy.countries.includes(number.country)) {
    const allowed = policy.countries.join(', ');
    return notAllowed(
      'is of a country that is not allowed',
      `Name a line of one of these countries: ${allowed}.`,
    );
  }
  return ORDINARY.has(number.getType()) ? undefined : notAllowed('is of an unknown kind', ORDINARY_ONLY);
}

function lineOf(number: PhoneNumber): CheckedLine {
  const home = number.countryCallingCode === '1';
  return {
    phoneNumber: number.number,
    display: home ? number.formatNational() : number.formatInternational(),
    // Looked at before: a number without a country is refused.
    country: number.country ?? '',
    kind: ORDINARY.get(number.getType()) ?? null,
  };
}
