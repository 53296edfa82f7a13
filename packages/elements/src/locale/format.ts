import type { Money } from '@numberkit/contract';
import type { Locale } from './locale.ts';

/** `$1.15`, as the locale writes it. */
export function formatMoney(money: Money, locale: Locale): string {
  const amount = money.amountMicros / 1_000_000;
  try {
    return new Intl.NumberFormat(locale.tag, { style: 'currency', currency: money.currency }).format(amount);
  } catch {
    return `${amount.toFixed(2)} ${money.currency}`;
  }
}

/** `8 mi`, as the locale writes it. */
export function formatMiles(miles: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale.tag, { style: 'unit', unit: 'mile', unitDisplay: 'short' });
  return format.format(miles);
}
