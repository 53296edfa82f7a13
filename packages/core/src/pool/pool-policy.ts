import type { Money } from '@numberkit/contract';

/** What the pool is to hold, and what may be spent on it. */
export interface PoolPolicy {
  /** Area code -> how many numbers to hold there, whatever the demand. */
  readonly targets?: Readonly<Record<string, number>>;
  /** Plans the other area codes from what was claimed and missed; without it they are left alone. */
  readonly demand?: DemandPolicy;
  /** Monthly cost that the pool's stock may reach by replenishing. Default: no bound but the `limits` on all purchases. */
  readonly budget?: Money;
  /** What becomes of pooled numbers that nobody rings. */
  readonly idle?: IdlePolicy;
}

/** How targets are planned from demand; see `planReplenishment`. */
export interface DemandPolicy {
  /** Looks back that far. Default 28. */
  readonly windowDays?: number;
  /** How long until a purchased number is in the pool: the pause between two replenishments. Default 1. */
  readonly leadDays?: number;
  /** How long the stock should last beyond that. Default 7. */
  readonly coverDays?: number;
  /** What it costs you when a claim finds nothing near. Default 5 USD. */
  readonly missCost?: Money;
  /** At most so many in one area code. Default 50. */
  readonly maximum?: number;
}

/** What becomes of pooled numbers that nobody rings: Twilio may take a number back that had no calls for a month. */
export interface IdlePolicy {
  /**
   * `exercise` (the default): short calls between our own numbers. `release`: those beyond the target are given back,
   * the others exercised. `leave`: nothing.
   */
  readonly whenIdle?: 'exercise' | 'release' | 'leave';
  /** Idle that long is at risk, in days. Default 20, of the 30 that Twilio looks back. */
  readonly afterDays?: number;
  /** What one call of less than a minute costs, both its ends. Default 0.0225 USD. */
  readonly costPerCall?: Money;
  /** Spent in one run at most. Default 5 USD. */
  readonly maxCostPerRun?: Money;
}
