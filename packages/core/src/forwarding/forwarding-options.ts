import type { Money } from '@numberkit/contract';
import type { CarrierEntry } from './dial-codes/index.ts';

/** How lines are forwarded and tested. Every part has a default. */
export interface ForwardingOptions {
  /**
   * The number that test calls come from, E.164: one of the carrier account that no tenant has. Default: whichever
   * number waits in the pool.
   */
  readonly verifier?: string;
  /** Countries of lines that may be forwarded and called, ISO 3166 alpha-2. Default `['US', 'CA']`. */
  readonly countries?: readonly string[];
  /** Bounds on test calls; see {@link ForwardingLimits} for the defaults. */
  readonly limits?: ForwardingLimits;
  /** What one test call is counted with against the limit on money. Default 5 cents (USD). */
  readonly costPerTest?: Money;
  /**
   * Ask the carrier whose line it is when a tenant names one, to suggest its carrier. Costs money each time (Twilio: less
   * than a cent), and counts like a test call. Default false.
   */
  readonly lookup?: boolean;
  /** Carriers and their dial codes to add; one with the id of ours replaces it. See docs/dial-codes.md. */
  readonly carriers?: readonly CarrierEntry[];
  /** A forwarding of all calls that was proved is tested again after so many days. Default 7. */
  readonly recheckDays?: number;
  /** The same for one that forwards what nobody answers: the test lets the line ring. Default 30. */
  readonly recheckUnansweredDays?: number;
  /** How long a line rings before it forwards, in seconds, where its code can say so. Default: the carrier's own. */
  readonly ringSeconds?: number;
}

/** How many test calls are placed at most. A day is one of UTC. */
export interface ForwardingLimits {
  /** Default 20. */
  readonly testsPerTenantPerDay?: number;
  /** Tests of one line, whosever. Default 10. */
  readonly testsPerLinePerDay?: number;
  /** Of all tenants. Default 500. */
  readonly testsPerDay?: number;
  /** Each test counts as `costPerTest`, in the same currency. Default 2 dollars. */
  readonly spendPerTenantPerDay?: Money;
}

/** The options with everything filled in. */
export interface ForwardingTerms {
  readonly verifier: string | null;
  readonly countries: readonly string[];
  readonly limits: Required<ForwardingLimits>;
  readonly costPerTest: Money;
  readonly lookup: boolean;
  readonly carriers: readonly CarrierEntry[];
  readonly recheckDays: number;
  readonly recheckUnansweredDays: number;
  readonly ringSeconds: number | null;
}

const CENTS_5 = { amountMicros: 50_000, currency: 'USD' };
const DOLLARS_2 = { amountMicros: 2_000_000, currency: 'USD' };

/**
 * Fills in the defaults.
 * @throws RangeError when the limit on money is in another currency than `costPerTest`.
 */
export function forwardingTerms(options: ForwardingOptions): ForwardingTerms {
  const { limits = {}, costPerTest = CENTS_5 } = options;
  const spendPerTenantPerDay = limits.spendPerTenantPerDay ?? {
    ...DOLLARS_2,
    currency: costPerTest.currency,
  };
  if (spendPerTenantPerDay.currency !== costPerTest.currency) {
    throw new RangeError(
      'forwarding.limits.spendPerTenantPerDay and forwarding.costPerTest differ in currency',
    );
  }
  return {
    verifier: options.verifier ?? null,
    countries: options.countries ?? ['US', 'CA'],
    limits: {
      testsPerTenantPerDay: limits.testsPerTenantPerDay ?? 20,
      testsPerLinePerDay: limits.testsPerLinePerDay ?? 10,
      testsPerDay: limits.testsPerDay ?? 500,
      spendPerTenantPerDay,
    },
    costPerTest,
    lookup: options.lookup ?? false,
    carriers: options.carriers ?? [],
    recheckDays: options.recheckDays ?? 7,
    recheckUnansweredDays: options.recheckUnansweredDays ?? 30,
    ringSeconds: options.ringSeconds ?? null,
  };
}
