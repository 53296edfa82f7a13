import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { formatMiles, formatMoney } from './format.ts';
import { german } from './german.ts';
import type { Locale } from './locale.ts';

/** Every function of a table with its place. */
function functionsOf(table: object, place = ''): [string, (value: string) => string][] {
  return Object.entries(table).flatMap(([key, value]) => {
    if (typeof value === 'function') return [[`${place}.${key}`, value]];
    return typeof value === 'object' ? functionsOf(value, `${place}.${key}`) : [];
  });
}

describe.each([english, german])('the words of $tag', (locale: Locale) => {
  it.each(functionsOf(locale).filter(([place]) => place !== '.search.found'))(
    '%s say what they are given, whole and once',
    (_place, write) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[(0-9][0-9() -]{3,12}[0-9]$/), (given) => {
          const text = write(given);
          expect(text.split(given)).toHaveLength(2);
          expect(text).not.toMatch(/undefined|\[object|\$\{/);
        }),
      );
    },
  );

  it('count: none, one and many', () => {
    const { found } = locale.search;
    expect(found(1)).not.toMatch(/\d/);
    for (const count of [0, 2, 10]) expect(found(count)).toContain(String(count));
    expect(new Set([0, 1, 2].map(found)).size).toBe(3);
  });

  it('say that nothing was charged wherever that is certain, in one and the same way', () => {
    const { failure, search, notCharged } = locale;
    for (const words of [failure.orderRefused.body, failure.orderNotSent.body, search.declined('X')]) {
      expect(words).toContain(notCharged);
    }
  });

  it('never say it where it is not certain', () => {
    const { failure, notCharged, order } = locale;
    const uncertain = [
      failure.orderUnknown,
      failure.unauthorized,
      failure.timeout,
      failure.unreachable,
      failure.failed,
    ];
    for (const panel of uncertain) expect(panel.body).not.toContain(notCharged);
    for (const note of [order.usual, order.slow, order.long, order.left])
      expect(note).not.toContain(notCharged);
  });

  it('end sentences with a full stop, and headings and buttons without', () => {
    const panels = Object.values(locale.failure).filter((each) => typeof each !== 'string');
    for (const { heading, body, action } of [
      ...panels,
      locale.search.empty,
      locale.search.askPlace,
      locale.handoff,
    ]) {
      expect(body).toMatch(/\.$/);
      expect(heading).not.toMatch(/[.!]$/);
      expect(action).not.toMatch(/[.!]$/);
    }
  });

  it('keep headings and buttons short enough for 320 px', () => {
    const panels = Object.values(locale.failure).filter((each) => typeof each !== 'string');
    for (const { heading, action } of panels) {
      expect(heading.length).toBeLessThanOrEqual(50);
      expect(action.length).toBeLessThanOrEqual(24);
    }
  });

  it('write any amount of money with its currency, and never a bare number', () => {
    fc.assert(
      fc.property(fc.nat(500_000_000), fc.constantFrom('USD', 'CAD', 'EUR'), (amountMicros, currency) => {
        const text = formatMoney({ amountMicros, currency }, locale);
        expect(text).toMatch(/\d[.,]\d{2}/);
        expect(text).toMatch(/[$€]/);
      }),
    );
  });
});

describe('money and distances', () => {
  it.each([
    [0, 'USD', '$0.00', '0,00\u00a0$'],
    [1_150_000, 'USD', '$1.15', '1,15\u00a0$'],
    [1_234_567_890_000, 'USD', '$1,234,567.89', '1.234.567,89\u00a0$'],
    [2_000_000, 'CAD', 'CA$2.00', '2,00\u00a0CA$'],
  ])('%i micros of %s are %s, in German %s', (amountMicros, currency, inEnglish, inGerman) => {
    expect(formatMoney({ amountMicros, currency }, english)).toBe(inEnglish);
    expect(formatMoney({ amountMicros, currency }, german)).toBe(inGerman);
  });

  it.each([
    [0, '0 mi'],
    [8, '8 mi'],
    [1_200, '1,200 mi'],
  ])('%i miles are %s', (miles, expected) => {
    expect(formatMiles(miles, english)).toBe(expected);
  });
});
