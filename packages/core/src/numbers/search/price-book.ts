import type { Carrier, NumberPrices } from '../../carrier/index.ts';
import type { Clock } from '../../clock.ts';

const HOUR = 3_600_000;
const RETRY_AFTER = 30_000;

/** Monthly prices by country, remembered for a while. */
export interface PriceBook {
  /** Never fails: with a carrier that cannot tell, the last known prices, or none. */
  pricesIn(country: string): Promise<NumberPrices>;
}

interface Page {
  readonly prices: Promise<NumberPrices>;
  readonly validUntil: number;
}

/** @param lifetimeMs how long prices are believed; an hour when not given. */
export function createPriceBook(
  deps: { readonly carrier: Pick<Carrier, 'numberPrices'>; readonly clock: Pick<Clock, 'now'> },
  lifetimeMs: number = HOUR,
): PriceBook {
  const pages = new Map<string, Page>();
  return {
    pricesIn(country) {
      const now = deps.clock.now().getTime();
      const known = pages.get(country);
      if (known && now < known.validUntil) return known.prices;
      const prices = deps.carrier.numberPrices(country).catch(() => {
        // Asked again soon, but not by every search of a carrier that is down.
        pages.set(country, { prices, validUntil: deps.clock.now().getTime() + RETRY_AFTER });
        return known?.prices ?? {};
      });
      pages.set(country, { prices, validUntil: now + lifetimeMs });
      return prices;
    },
  };
}
