/** Where in the number the characters should be. */
export type PatternPlace = 'anywhere' | 'start' | 'end';

const LONGEST = 16;

/**
 * Says why Twilio would refuse this `Contains` pattern, or `undefined` if it would not. The rules: 2 to 16 digits,
 * Latin letters and the signs `* % + $`; `+` only first, `$` only last; `*` (one character) and `%` (any) only
 * outside the letters and digits, of which there are two or more; no two signs side by side.
 * Source: https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource
 *
 * @example
 * problemWithPattern('5*5'); // 'Wildcards may only stand at the ends'
 */
export function problemWithPattern(pattern: string): string | undefined {
  if (!/^[0-9A-Za-z*%+$]*$/.test(pattern)) return 'Only digits, the letters a to z and * % + $ are allowed';
  if (pattern.length < 2 || pattern.length > LONGEST) return `Must be 2 to ${LONGEST} characters long`;
  if (pattern.lastIndexOf('+') > 0) return '+ may only stand first';
  if (/\$./.test(pattern)) return '$ may only stand last';
  if (/[*%+$]{2}/.test(pattern)) return 'Two signs may not stand side by side';
  if (/[0-9A-Za-z][*%]+[0-9A-Za-z]/.test(pattern)) return 'Wildcards may only stand at the ends';
  if (pattern.replace(/[*%+$]/g, '').length < 2) return 'At least two digits or letters are needed';
  return undefined;
}

/**
 * Twilio's pattern for these digits and letters in this place, or `undefined` when it has none for them. At the
 * start the text counts from the country code on: `1415`.
 *
 * @example
 * containsPattern('COOL', 'end'); // 'COOL$'
 */
export function containsPattern(text: string, place: PatternPlace = 'anywhere'): string | undefined {
  if (!/^[0-9A-Za-z]+$/.test(text)) return undefined;
  const pattern = `${place === 'start' ? '+' : ''}${text.toUpperCase()}${place === 'end' ? '$' : ''}`;
  return problemWithPattern(pattern) === undefined ? pattern : undefined;
}
