import type { VanityMatch } from '@numberkit/contract';
import { toKeypadDigits } from './keypad.ts';

const NATIONAL_DIGITS = 10;

/** Where in the national number a pattern must stand. */
export type MatchPlace = 'anywhere' | 'start' | 'end';

/**
 * Where a pattern of digits and letters stands in a number as it is displayed, or `null` when it does not. Of several
 * places the last counts: the end of a number is what people remember.
 *
 * @example
 * findMatch('(510) 555-2665', 'COOL'); // { start: 10, length: 4, spelled: '(510) 555-COOL' }
 */
export function findMatch(
  display: string,
  pattern: string,
  place: MatchPlace = 'anywhere',
): VanityMatch | null {
  const places = [...display.matchAll(/\d/g)].map((digit) => digit.index).slice(-NATIONAL_DIGITS);
  const digits = places.map((place) => display.charAt(place)).join('');
  const at = findDigits(digits, toKeypadDigits(pattern), place);
  const start = places[at];
  const end = places[at + pattern.length - 1];
  if (pattern === '' || start === undefined || end === undefined) return null;
  const spelled = [...display];
  for (const [offset, character] of [...pattern.toUpperCase()].entries()) {
    const place = places[at + offset];
    if (place !== undefined) spelled[place] = character;
  }
  return { start, length: end - start + 1, spelled: spelled.join('') };
}

function findDigits(digits: string, wanted: string, place: MatchPlace): number {
  if (place === 'start') return digits.startsWith(wanted) ? 0 : -1;
  if (place === 'end') return digits.endsWith(wanted) ? digits.length - wanted.length : -1;
  return digits.lastIndexOf(wanted);
}
