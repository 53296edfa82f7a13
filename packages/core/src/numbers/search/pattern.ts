import { type MatchPlace, toKeypadDigits } from '../vanity/index.ts';

const SHORTEST = 2;
const LONGEST = 10;

/** Digits and letters that a number should contain. */
export interface Pattern {
  /** As asked for, upper case, without separators and signs. */
  readonly text: string;
  readonly place: MatchPlace;
  /** What the carrier is asked for: keys instead of letters, with the anchors kept. */
  readonly contains: string;
}

/**
 * Reads what a person asks a number to contain: `COOL`, `555`, `555-COOL`, `2665$` (at the end), `+1510` (at the
 * start). Wildcards at the ends say nothing and are dropped. Answers a reason when it cannot be understood.
 */
export function readPattern(asked: string): Pattern | { readonly reason: string } {
  const compact = asked.replace(/[\s().-]/g, '').toUpperCase();
  const [, start = '', text = '', end = ''] = /^(\+?)[*%]*([0-9A-Z]*)[*%]*(\$?)$/.exec(compact) ?? [];
  if (text === '') return { reason: 'holds something else than digits and the letters A to Z' };
  // 1 510 … is the whole number with its country code, which every number has.
  const national = start === '+' || text.length > LONGEST ? text.replace(/^1/, '') : text;
  if (national.length < SHORTEST || national.length > LONGEST) {
    return { reason: `has not ${SHORTEST} to ${LONGEST} digits and letters` };
  }
  const keys = toKeypadDigits(national);
  const place = start ? 'start' : end ? 'end' : 'anywhere';
  return { text: national, place, contains: `${start === '+' ? '+1' : ''}${keys}${end}` };
}
