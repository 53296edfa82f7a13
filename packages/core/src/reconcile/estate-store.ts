import type { Operation } from '../ledger/index.ts';
import type { NumberRecord } from '../numbers/index.ts';

/** PORT: our numbers as a whole, read in pages. */
export interface EstateStore {
  /** Live numbers with one of these E.164s, in no order. */
  matching(phoneNumbers: readonly string[]): Promise<readonly NumberRecord[]>;
  /** Live numbers by id in ascending order, after that id. */
  live(after: string | null, limit: number): Promise<readonly NumberRecord[]>;
  /** Open operations whose lease ended before the one time, or that were intended before the other; the oldest first. */
  overdue(leaseEndedBefore: Date, intendedBefore: Date, limit: number): Promise<readonly Operation[]>;
}
