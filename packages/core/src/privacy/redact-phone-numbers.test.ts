import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactPhoneNumbers } from './redact-phone-numbers.ts';

/** Ways to write ten digits of a North American number. */
const spellings: ((area: string, office: string, line: string) => string)[] = [
  (area, office, line) => `+1${area}${office}${line}`,
  (area, office, line) => `1${area}${office}${line}`,
  (area, office, line) => `${area}${office}${line}`,
  (area, office, line) => `(${area}) ${office}-${line}`,
  (area, office, line) => `+1 (${area}) ${office}-${line}`,
  (area, office, line) => `${area}-${office}-${line}`,
  (area, office, line) => `${area}.${office}.${line}`,
  (area, office, line) => `${area} ${office} ${line}`,
  (area, office, line) => `+1 ${area} ${office} ${line}`,
  (area, office, line) => `tel:+1-${area}-${office}-${line}`,
  (area, office, line) => `%2B1${area}${office}${line}`,
  (area, office, line) => `%28${area}%29%20${office}-${line}`,
  (area, office, line) => `\u202a+1 ${area}\u2011${office}\u2011${line}\u202c`,
  (area, office, line) => `sip:+1${area}${office}${line}@carrier.example`,
];
const digits = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((list) => list.join(''));

describe('redactPhoneNumbers', () => {
  test('leaves no more than the last two digits of a phone number, however written and wherever it stands', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(digits(3), digits(3), digits(4), fc.constantFrom(...spellings), text, text, (...given) => {
        const [area, office, line, spell, before, after] = given;
        const redacted = redactPhoneNumbers(before + spell(area, office, line) + after);
        const left = redacted.replace(/\D/g, '');
        const around = `${before}${after}`.replace(/\D/g, '');
        // At most what stood around the number and its last two digits are left.
        expect(left.length).toBeLessThanOrEqual(around.length + 2);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['call to +1 (415) 555-0142 failed', 'call to +* (***) ***-**42 failed'],
    ['+14155550142', '+*********42'],
    ['from 4155550142, to 5105550143.', 'from ********42, to ********43.'],
    ['ring 555-0142', 'ring ***-**42'],
    ['+49 30 123456', '+** ** ****56'],
    ['%2155550142', '-******42'],
  ])('masks %j', (text, expected) => {
    const stars = (value: string) => value.replace(/\*+/g, '*');
    expect(stars(redactPhoneNumbers(text))).toBe(stars(expected));
  });

  test.each([
    '2026-11-22T10:00:00.123Z',
    '2026-11-22 10:00:00',
    'PN0123456789012345678901234567890123'.slice(0, 34),
    'num_01k70123456789012345678901 and op_01k70123456789012345678901',
    '123e4567-1234-1234-1234-123456789012',
    'price 1150000 micros, 12 attempts, port 3000, code 21422',
    '$1.15 a month',
    '',
  ])('leaves %j alone', (text) => {
    expect(redactPhoneNumbers(text)).toBe(text);
  });

  test('redacting twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string(), digits(10), (text, number) => {
        const once = redactPhoneNumbers(`${text} ${number}`);
        expect(redactPhoneNumbers(once)).toBe(once);
      }),
    );
  });

  test('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const part of ['1 ', '((((', '+', '%2', '1-(', '0123456789'])
      redactPhoneNumbers(part.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
