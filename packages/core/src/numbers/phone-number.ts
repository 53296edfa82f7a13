import type { NumberType } from '../carrier/index.ts';

/** What a phone number says about itself. */
export interface PhoneNumberFacts {
  /** E.164. */
  readonly phoneNumber: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly type: NumberType;
  /** The three digits after +1 of a local number; null for toll-free numbers and outside the US and Canada. */
  readonly areaCode: string | null;
}

// Loaded at first use: the front door must not load a third party, and most programs start without a number to read.
const loadParser = () => import('libphonenumber-js/max');

/** Reads an E.164 number; `undefined` when it is not a valid one. */
export async function describePhoneNumber(text: string): Promise<PhoneNumberFacts | undefined> {
  if (!/^\+[1-9]\d{6,14}$/.test(text)) return undefined;
  const { parsePhoneNumberFromString } = await loadParser();
  const number = parsePhoneNumberFromString(text);
  if (!number?.isValid() || !number.country) return undefined;
  const type = number.getType() === 'TOLL_FREE' ? 'toll-free' : 'local';
  return {
    phoneNumber: number.number,
    country: number.country,
    type,
    areaCode: type === 'local' ? areaCodeOf(number.number) : null,
  };
}

/** As people of its country write it, such as `(415) 555-0142`; text that is no number stays as it is. */
export async function displayPhoneNumber(phoneNumber: string): Promise<string> {
  // Every number of the North American plan is written alike; that is on the path of a claim, and the parser is slow.
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber) ?? [];
  if (area) return `(${area}) ${exchange}-${line}`;
  const { parsePhoneNumberFromString } = await loadParser();
  const number = parsePhoneNumberFromString(phoneNumber);
  if (!number) return phoneNumber;
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
}

/** The three digits after +1; null for numbers elsewhere. Toll-free prefixes count here. */
export function areaCodeOf(phoneNumber: string): string | null {
  return /^\+1(\d{3})\d{7}$/.exec(phoneNumber)?.[1] ?? null;
}
