import type { NumberType } from './stock-number.ts';

/**
 * The simulator's price list in micro-dollars, equal for the US and Canada. Figures follow Twilio's list for
 * the US in 2026; a host must read them from the Pricing API and never assume them.
 */
export const PRICES = {
  currency: 'USD',
  numberMonth: { local: 1_150_000, 'toll free': 2_150_000 },
  inboundMinute: { local: 8_500, 'toll free': 22_000 },
  outboundMinute: 14_000,
  callerIdLookup: 10_000,
  lineTypeLookup: 8_000,
  machineDetection: 7_500,
} as const satisfies {
  currency: string;
  numberMonth: Record<NumberType, number>;
  inboundMinute: Record<NumberType, number>;
  outboundMinute: number;
  callerIdLookup: number;
  lineTypeLookup: number;
  machineDetection: number;
};

/** `1150000` as `1.15`, `8500` as `0.0085`: at least two decimals, no rounding. */
export function formatMicros(micros: number): string {
  const sign = micros < 0 ? '-' : '';
  const digits = String(Math.abs(Math.round(micros))).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${sign}${digits.slice(0, -6)}.${fraction}`;
}
