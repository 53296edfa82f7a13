import { describe, expect, it } from 'vitest';
import type { NumberPrices } from '../../carrier/index.ts';
import { createPriceBook } from './price-book.ts';

const cheap: NumberPrices = { local: { amountMicros: 1_000_000, currency: 'USD' } };
const dear: NumberPrices = { local: { amountMicros: 2_000_000, currency: 'USD' } };

/** A book over a carrier that gives these answers in turn, and a clock to push. */
function book(...answers: (NumberPrices | Error)[]) {
  let now = 0;
  let asked = 0;
  const carrier = {
    numberPrices: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? {};
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = { now: () => new Date(now) };
  return {
    prices: createPriceBook({ carrier, clock }, 60_000),
    asked: () => asked,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('createPriceBook', () => {
  it('asks once for many readers, and again when the prices are old', async () => {
    const { prices, asked, pass } = book(cheap, dear);
    expect(await Promise.all([prices.pricesIn('US'), prices.pricesIn('US')])).toEqual([cheap, cheap]);
    pass(59_999);
    expect(await prices.pricesIn('US')).toEqual(cheap);
    expect(asked()).toBe(1);
    pass(1);
    expect(await prices.pricesIn('US')).toEqual(dear);
  });

  it('never fails: no prices, or the last known ones', async () => {
    expect(await book(new Error('down')).prices.pricesIn('US')).toEqual({});
    const { prices, pass } = book(cheap, new Error('down'));
    await prices.pricesIn('US');
    pass(60_000);
    expect(await prices.pricesIn('US')).toEqual(cheap);
  });

  it('asks a carrier that was down again soon, but not each time', async () => {
    const { prices, asked, pass } = book(new Error('down'), cheap);
    await prices.pricesIn('US');
    await prices.pricesIn('US');
    expect(asked()).toBe(1);
    pass(30_000);
    expect(await prices.pricesIn('US')).toEqual(cheap);
  });

  it('keeps countries apart', async () => {
    const { prices } = book(cheap, dear);
    expect(await prices.pricesIn('US')).toEqual(cheap);
    expect(await prices.pricesIn('CA')).toEqual(dear);
  });
});
