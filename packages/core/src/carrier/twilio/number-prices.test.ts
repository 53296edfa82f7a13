import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMicros, readPrices } from './number-prices.ts';

describe('readMicros', () => {
  it.each([
    ['1.15', 1_150_000],
    ['0.0085', 8_500],
    ['2', 2_000_000],
    ['1.', 1_000_000],
    ['0.0000005', 1],
    [2.15, 2_150_000],
  ])('reads %j as %i micros', (price, micros) => {
    expect(readMicros(price)).toBe(micros);
  });

  it.each(['', 'free', '-1', '1,15', null, undefined, {}, '99999999999999'])('refuses %j', (price) => {
    expect(readMicros(price)).toBeUndefined();
  });

  it('is exact for every price with up to six decimals', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(999_999), (whole, micros) => {
        const text = `${whole}.${String(micros).padStart(6, '0')}`;
        expect(readMicros(text)).toBe(whole * 1_000_000 + micros);
      }),
    );
  });
});

describe('readPrices', () => {
  it('knows toll-free with its space, prefers the account’s own price, skips what is malformed', () => {
    const prices = readPrices({
      price_unit: 'usd',
      phone_number_prices: [
        { number_type: 'local', base_price: '1.15', current_price: '1.00' },
        { number_type: 'toll free', base_price: '2.15', current_price: null },
        { number_type: 'mobile', base_price: '1', current_price: '1' },
        null,
        { number_type: 'local', current_price: 'soon' },
      ],
    });
    expect(prices).toEqual({
      local: { amountMicros: 1_000_000, currency: 'USD' },
      'toll-free': { amountMicros: 2_150_000, currency: 'USD' },
    });
  });

  it('has no prices in an answer without currency', () => {
    expect(readPrices({ phone_number_prices: [{ number_type: 'local', current_price: '1' }] })).toEqual({});
  });
});
