import type { Money } from '@numberkit/contract';
import type { NumberPrices, NumberType } from '../carrier.ts';
import { asRecord, textOrNull } from './read-body.ts';
import { readJson, type TwilioClient } from './twilio-client.ts';

/** Twilio's Pricing API writes toll-free as two words. */
const TYPES: Readonly<Record<string, NumberType>> = { local: 'local', 'toll free': 'toll-free' };

/** Asks for the account's own monthly prices in this country. */
export async function numberPrices(client: TwilioClient, country: string): Promise<NumberPrices> {
  const body = await readJson(client, {
    method: 'get',
    product: 'pricing',
    path: `/v1/PhoneNumbers/Countries/${encodeURIComponent(country)}`,
    repeatable: true,
  });
  return readPrices(body);
}

/** Prices by type; what is missing or malformed is absent rather than zero. */
export function readPrices(body: Readonly<Record<string, unknown>>): NumberPrices {
  const currency = textOrNull(body.price_unit)?.toUpperCase();
  const listed: readonly unknown[] = Array.isArray(body.phone_number_prices) ? body.phone_number_prices : [];
  const prices: Partial<Record<NumberType, Money>> = {};
  for (const row of listed.map(asRecord)) {
    const type = TYPES[String(row?.number_type).toLowerCase()];
    const amountMicros = readMicros(row?.current_price) ?? readMicros(row?.base_price);
    if (type && currency && amountMicros !== undefined) prices[type] = { amountMicros, currency };
  }
  return prices;
}

/** `"1.15"` → 1150000, digit by digit: a price must not pass through floating point. Rounds half up. */
export function readMicros(price: unknown): number | undefined {
  const parts = /^(\d+)(?:\.(\d*))?$/.exec(
    typeof price === 'number' ? String(price) : (textOrNull(price) ?? ''),
  );
  if (!parts) return undefined;
  const decimals = (parts[2] ?? '').padEnd(7, '0');
  const micros = Number(parts[1] + decimals.slice(0, 6)) + (Number(decimals[6]) >= 5 ? 1 : 0);
  return Number.isSafeInteger(micros) ? micros : undefined;
}
