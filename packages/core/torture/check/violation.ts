import type { AccountNumber, Charge } from '../carrier/control.ts';
import type { Records } from '../database/row.ts';
import type { Told } from '../driver/journal.ts';

/**
 * `double`: charged twice for one intent, or one number with two owners. `lost`: a tenant has not what it was told it
 * has. `leaked`: paid for and not (rightly) in our records, not given back, not explained by the trail, or counted
 * wrongly. `stuck`: something is open that no sweep ends.
 */
export interface Violation {
  readonly kind: 'double' | 'lost' | 'leaked' | 'stuck';
  readonly text: string;
  /** Ids whose records help to understand it: numbers, operations, carrier SIDs. */
  readonly about: readonly string[];
}

/** Both sides when nothing is under way, and what clients were told. */
export interface World {
  readonly account: readonly AccountNumber[];
  readonly bill: readonly Charge[];
  readonly records: Records;
  readonly told: readonly Told[];
  /** E.164 of numbers that another program has in the account. */
  readonly foreign: ReadonlySet<string>;
}

/** One thing that must hold. */
export type Invariant = (world: World) => readonly Violation[];
