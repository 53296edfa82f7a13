import type { Money } from '@numberkit/contract';
import type { Actor } from '../../activity/index.ts';
import type { NumberType } from '../../carrier/index.ts';
import type { Operation, Transact } from '../../ledger/index.ts';
import type { LifeDeps, LifeStores } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import type { PooledStore } from '../pooled/index.ts';

/** The stores that a purchase writes to, in one transaction. */
export interface PurchaseStores extends LifeStores {
  readonly pooled: PooledStore;
}

/** An open database as a purchase sees it. */
export interface PurchaseStorage extends PurchaseStores {
  readonly transaction: Transact<PurchaseStores>;
}

/** What buying needs from outside. */
export interface PurchaseDeps extends Omit<LifeDeps, 'open'> {
  readonly open: () => Promise<PurchaseStorage>;
  /** Monthly price, null when the carrier did not tell. */
  readonly priceOf: (country: string, type: NumberType) => Promise<Money | null>;
  /** Numbers to offer instead of a taken one; best effort, empty when there are none. */
  readonly alternativesTo: (phoneNumber: string) => Promise<readonly string[]>;
  /** Told what went wrong behind the scenes, where nobody waits for an answer. */
  readonly report: (message: string) => (error: unknown) => void;
}

/** A committed intent: the two rows that exist before the carrier is called. */
export interface Intent {
  readonly operation: Operation;
  readonly number: NumberRecord;
  readonly actor: Actor;
}

/** What became of one candidate. `active`: ours; it takes its tenant's calls, or waits in the pool. */
export type Placed =
  | { readonly outcome: 'active' | 'pending'; readonly number: NumberRecord }
  | { readonly outcome: 'refused'; readonly failure: string };

/**
 * How long a process may work on an operation before a sweep may take it over. Longer than a purchase at the carrier
 * can last with all its repetitions, so that the sweep never judges a call that is still on its way.
 */
export const LEASE_MILLISECONDS = 90_000;
