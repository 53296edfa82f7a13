/** One counter: what is counted, for whom, in which window. */
export interface LimitCounter {
  /** What is counted, and for whom: `purchases:tenant:acme`, `spend:all`. */
  readonly key: string;
  /** The window, such as `2026-11-22`, or `ever` for a standing count. */
  readonly window: string;
}

/** PORT: counters for limits on count and money. */
export interface LimitStore {
  /**
   * Adds `amount` if the sum then stays at or below `max`, and says whether it did.
   * Race: one atomic statement (`INSERT … ON CONFLICT DO UPDATE … WHERE used + amount <= max`); of many callers
   * that together would pass `max`, only as many succeed as fit. Inside a transaction the counter's row stays
   * locked until it ends.
   */
  take(counter: LimitCounter, amount: number, max: number): Promise<boolean>;
  /** Gives back what an undone operation had taken; never below zero. */
  giveBack(counter: LimitCounter, amount: number): Promise<void>;
  /** What is used now. */
  used(counter: LimitCounter): Promise<number>;
}
