import { describe, expect, it } from 'vitest';
import { formatMicros } from './prices.ts';

describe('money as text', () => {
  it.each([
    [1_150_000, '1.15'],
    [8_500, '0.0085'],
    [1_000_000, '1.00'],
    [0, '0.00'],
    [-14_000, '-0.014'],
    [98_850_000, '98.85'],
    [1, '0.000001'],
  ])('%i micros are %s', (micros, text) => {
    expect(formatMicros(micros)).toBe(text);
  });
});
