import { keypadDigits } from './vanity.ts';

/** Either a test of an E.164 number, or what is wrong with the pattern. */
export type ContainsPattern =
  | { ok: true; matches: (phoneNumber: string) => boolean }
  | { ok: false; reason: string };

const META = /[*%+$]/;

/**
 * Reads the `Contains` parameter of a number search. The rules are those of the parameter's description in
 * Twilio's OpenAPI document: 2 to 16 characters; digits and letters; `*` (one character) and `%` (any
 * sequence) only at the two ends; `+` first anchors the beginning, `$` last anchors the end; at least two
 * characters that are not meta-characters; no two meta-characters side by side.
 */
export function readContainsPattern(pattern: string): ContainsPattern {
  const reason = problemOf(pattern);
  if (reason !== undefined) return { ok: false, reason };
  const expression = compile(pattern);
  return { ok: true, matches: (phoneNumber) => expression.test(phoneNumber) };
}

function problemOf(pattern: string): string | undefined {
  if (pattern.length < 2 || pattern.length > 16) return 'it must be 2 to 16 characters long';
  if (!/^[0-9A-Za-z*%+$]+$/.test(pattern)) return 'it may hold only digits, letters and * % + $';
  if (/[*%+$]{2}/.test(pattern)) return 'meta-characters may not stand side by side';
  if (pattern.replace(/[*%+$]/g, '').length < 2)
    return 'it needs two characters that are not meta-characters';
  if (pattern.slice(1).includes('+')) return '+ may only come first';
  if (pattern.slice(0, -1).includes('$')) return '$ may only come last';
  return META.test(pattern.slice(1, -1)) ? 'wildcards may not stand between other characters' : undefined;
}

function compile(pattern: string): RegExp {
  const source = [...keypadDigits(pattern)].map((character, index) => {
    if (character === '*') return '\\d';
    if (character === '%') return '\\d*';
    if (character === '$') return '$';
    if (character === '+' && index === 0) return '^\\+';
    return character;
  });
  return new RegExp(source.join(''));
}
