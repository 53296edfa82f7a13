import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, readMoney, readTime, writeTime } from './column-values.ts';

const moments = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('times', () => {
  test('sort as text exactly as they follow each other', () => {
    fc.assert(
      fc.property(moments, moments, (one, two) => {
        expect(writeTime(one) < writeTime(two)).toBe(one < two);
      }),
    );
  });

  test('come back to the millisecond, as text and as the Date that pg makes', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(readTime(writeTime(moment))).toEqual(moment);
        expect(readTime(moment)).toEqual(moment);
      }),
    );
  });
});

describe('money', () => {
  test.each([1_150_000, '1150000', 1_150_000n])(
    'is read from %o, whatever the driver makes of 64 bits',
    (micros) => {
      expect(readMoney(micros, 'USD')).toEqual({ amountMicros: 1_150_000, currency: 'USD' });
    },
  );

  test('is null when the carrier told none', () => {
    expect(readMoney(null, null)).toBeNull();
  });
});

test('JSON is read from text and from what the driver has parsed already', () => {
  expect(readJson('{"a":1}')).toEqual({ a: 1 });
  expect(readJson({ a: 1 })).toEqual({ a: 1 });
});
