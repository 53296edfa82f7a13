import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { formatMiles, formatMoney } from './format.ts';
import { german } from './german.ts';
import { loadLocale } from './load-locale.ts';

/** Every string of a table with its place, functions called with sample values. */
function stringsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return stringsOf(value(place.endsWith('found') ? 2 : 'X'), place);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${place}.${key}`));
}

describe('the locale tables', () => {
  it('say the same things in every language', () => {
    const placesOf = (table: object) => stringsOf(table).map(([place]) => place);
    expect(placesOf(german)).toEqual(placesOf(english));
  });

  it.each(stringsOf(english))('%s speaks plainly: no exclamation mark, no jargon', (_place, text) => {
    expect(text).toMatch(/\S/);
    expect(text).not.toMatch(/!|provision|successfully|invalid|E\.164|carrier|twilio/i);
  });

  it.each(stringsOf(german))('%s is finished and without exclamation mark in German', (_place, text) => {
    expect(text).toMatch(/\S/);
    expect(text).not.toContain('!');
  });

  it('are chosen by language, whatever the region', async () => {
    expect(await loadLocale('de-CH')).toBe(german);
    expect(await loadLocale('en-GB')).toBe(english);
    expect(await loadLocale('xx')).toBe(english);
  });
});

describe('formatting', () => {
  it('writes money as the locale does', () => {
    const money = { amountMicros: 1_150_000, currency: 'USD' };
    expect(formatMoney(money, english)).toBe('$1.15');
    expect(formatMoney(money, german)).toBe('1,15\u00a0$');
  });

  it('writes an amount plainly when the currency is unknown', () => {
    expect(formatMoney({ amountMicros: 2_000_000, currency: '?' }, english)).toBe('2.00 ?');
  });

  it('writes miles as the locale does', () => {
    expect(formatMiles(8, english)).toBe('8 mi');
  });
});
