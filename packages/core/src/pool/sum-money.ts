import type { Money } from '@numberkit/contract';

/** Adds up by currency, in alphabetical order; unknown amounts are left out. */
export function sumMoney(amounts: readonly (Money | null)[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const amount of amounts) {
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMicros);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amountMicros]) => ({ amountMicros, currency }));
}
