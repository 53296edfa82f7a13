/** PORT: who runs a sweep that only one process may run at a time. */
export interface LeaseStore {
  /**
   * Takes the lease until `leaseUntil` if it is free, has run out, or is this holder's already, and says whether it
   * did. Race: one conditional upsert; of many callers exactly one gets `true`.
   */
  take(name: string, holder: string, now: Date, leaseUntil: Date): Promise<boolean>;
  /** Gives the lease back, if it still is this holder's. */
  release(name: string, holder: string): Promise<void>;
}
