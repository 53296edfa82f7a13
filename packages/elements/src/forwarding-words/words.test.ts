import { describe, expect, it } from 'vitest';
import type { ForwardingLocale } from './forwarding-locale.ts';
import { englishForwarding, forwardingWords, germanForwarding } from './index.ts';

/** Every string of a table with its place, functions called with sample values. */
function stringsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return stringsOf(value(...[2, 3].slice(0, value.length)), place);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${place}.${key}`));
}

const headings = (table: ForwardingLocale) =>
  stringsOf(table).filter(([place]) => /\.(heading|headingOff|title)$/.test(place));
const buttons = (table: ForwardingLocale) => [
  ...stringsOf(table).filter(([place]) => /\.(action|manage|resume|stop|again|keep|otherWay)$/.test(place)),
  ...stringsOf(table.second),
];

describe('the words of forwarding', () => {
  it('say the same things in every language', () => {
    const placesOf = (table: object) => stringsOf(table).map(([place]) => place);
    expect(placesOf(germanForwarding).sort()).toEqual(placesOf(englishForwarding).sort());
  });

  it.each(stringsOf(englishForwarding))(
    '%s speaks plainly: no exclamation mark, no jargon',
    (_place, text) => {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/!|provision|successfully|invalid|E\.164|carrier|twilio|undefined/i);
    },
  );

  it.each(stringsOf(germanForwarding))(
    '%s is finished and without exclamation mark in German',
    (_place, text) => {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/!|undefined/);
    },
  );

  it.each([englishForwarding, germanForwarding])(
    'keep headings and buttons short enough for 320 px',
    (table) => {
      for (const [place, text] of headings(table)) expect(text.length, place).toBeLessThanOrEqual(52);
      for (const [place, text] of buttons(table)) expect(text.length, place).toBeLessThanOrEqual(28);
      for (const [place, text] of [...headings(table), ...buttons(table)])
        expect(text, place).not.toMatch(/[.!]$/);
    },
  );

  it('say after each outcome that the number works, where it does', () => {
    const { loop, 'still-forwarded': stillForwarded, unproved, ...others } = englishForwarding.outcome;
    for (const { body } of Object.values(others)) expect(body).toContain('Your number works as before.');
    for (const text of [loop.body, stillForwarded.body, unproved])
      expect(text).not.toContain('works as before');
  });

  it('are chosen by language, and a table of the host’s own goes before', () => {
    expect(forwardingWords({ tag: 'de-AT' })).toBe(germanForwarding);
    expect(forwardingWords({ tag: 'en-GB' })).toBe(englishForwarding);
    expect(forwardingWords({ tag: 'den' })).toBe(englishForwarding);
    const own = { ...englishForwarding };
    expect(forwardingWords({ tag: 'fr', forwarding: own })).toBe(own);
  });
});
