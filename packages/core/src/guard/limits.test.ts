import { describe, expect, test } from 'vitest';
import type { LimitCounter, LimitStore } from './limit-store.ts';
import { cannotCount, giveBackBounds, purchaseBounds, takeBounds } from './limits.ts';

const usd = (amountMicros: number) => ({ amountMicros, currency: 'USD' });
const claim = { tenantId: 'acme', price: usd(1_150_000), day: '2026-11-22' };

describe('the bounds of a purchase', () => {
  test('count numbers held, and purchases by tenant and in all, unless told otherwise', () => {
    expect(
      purchaseBounds({}, claim).map(({ name, counter, amount, max }) => ({ name, ...counter, amount, max })),
    ).toEqual([
      { name: 'numbersPerTenant', key: 'numbers:tenant:acme', window: 'ever', amount: 1, max: 3 },
      {
        name: 'purchasesPerTenantPerDay',
        key: 'purchases:tenant:acme',
        window: '2026-11-22',
        amount: 1,
        max: 10,
      },
      { name: 'purchasesPerDay', key: 'purchases:all', window: '2026-11-22', amount: 1, max: 500 },
    ]);
  });

  test('count money only when the host bounds it', () => {
    const bounds = purchaseBounds(
      { spendPerDay: usd(20_000_000), spendPerTenantPerDay: usd(5_000_000) },
      claim,
    );
    expect(bounds.slice(3).map(({ name, amount, max }) => ({ name, amount, max }))).toEqual([
      { name: 'spendPerTenantPerDay', amount: 1_150_000, max: 5_000_000 },
      { name: 'spendPerDay', amount: 1_150_000, max: 20_000_000 },
    ]);
  });

  test('name the first bound that would be passed', async () => {
    const store = countingStore();
    const bounds = purchaseBounds({ purchasesPerTenantPerDay: 2 }, claim);
    expect(await takeBounds(store, bounds)).toBeUndefined();
    expect(await takeBounds(store, bounds)).toBeUndefined();
    expect((await takeBounds(store, bounds))?.name).toBe('purchasesPerTenantPerDay');
  });

  test('are free again after a refusal gave back what was taken', async () => {
    const store = countingStore();
    const bounds = purchaseBounds({ numbersPerTenant: 1 }, claim);
    await takeBounds(store, bounds);
    expect((await takeBounds(store, bounds))?.name).toBe('numbersPerTenant');
    await giveBackBounds(store, bounds);
    expect(await takeBounds(store, bounds)).toBeUndefined();
  });
});

describe('a limit on money', () => {
  test('cannot count an unknown price', () => {
    expect(cannotCount({ spendPerDay: usd(1) }, null)).toBe(true);
  });

  test('cannot count a price in another currency', () => {
    expect(cannotCount({ spendPerTenantPerDay: usd(1) }, { amountMicros: 1, currency: 'CAD' })).toBe(true);
  });

  test('does not ask for a price when none is set', () => {
    expect(cannotCount({ numbersPerTenant: 1 }, null)).toBe(false);
  });
});

/** Enough of a store to count; the real ones are proved by the storage conformance suite. */
function countingStore(): LimitStore {
  const used = new Map<string, number>();
  const name = ({ key, window }: LimitCounter) => `${key} ${window}`;
  return {
    async take(counter, amount, max) {
      const sum = (used.get(name(counter)) ?? 0) + amount;
      if (sum > max) return false;
      used.set(name(counter), sum);
      return true;
    },
    async giveBack(counter, amount) {
      used.set(name(counter), Math.max(0, (used.get(name(counter)) ?? 0) - amount));
    },
    async used(counter) {
      return used.get(name(counter)) ?? 0;
    },
  };
}
