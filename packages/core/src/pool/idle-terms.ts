import type { PoolPolicy } from './pool-policy.ts';

/** The keep-alive policy with the defaults filled in; money in micros of one currency. */
export interface IdleTerms {
  readonly whenIdle: 'exercise' | 'release' | 'leave';
  readonly afterDays: number;
  readonly costPerCallMicros: number;
  readonly maxCostMicros: number;
}

/** @param policy the `pool` option. */
export function idleTerms({ idle = {} }: PoolPolicy): IdleTerms {
  return {
    whenIdle: idle.whenIdle ?? 'exercise',
    afterDays: idle.afterDays ?? 20,
    // Both ends of a call of less than a minute at Twilio's US list prices: outbound 1.4 cents, inbound 0.85 cents.
    costPerCallMicros: idle.costPerCall?.amountMicros ?? 22_500,
    maxCostMicros: idle.maxCostPerRun?.amountMicros ?? 5_000_000,
  };
}
