import type { Money } from '@numberkit/contract';

/** `$1.15`; another currency by its code: `EUR 1.15`. */
export function formatMoney({ amountMicros, currency }: Money): string {
  const amount = (amountMicros / 1_000_000).toFixed(2);
  return currency === 'USD' ? `$${amount}` : `${currency} ${amount}`;
}

/** Several currencies side by side; `unknown` when there is nothing to add up. */
export function formatSum(amounts: readonly Money[]): string {
  return amounts.length === 0 ? 'unknown' : amounts.map(formatMoney).join(' + ');
}

/** `1 number`, `2 numbers`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`;
}

/** Rows as aligned columns, two spaces apart; the header comes first. Columns that hold numbers only stand right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const right = header.map((_, column) => rows.every((row) => /^[$\d.,-]*$/.test(row[column] ?? '')));
  return all.map((row) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        return right[column] ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
