import type { Money } from '@numberkit/contract';
import type { Actor, RecordTrail, TrailStore } from '../../activity/index.ts';
import type { Carrier, NumberSettings, NumberType } from '../../carrier/index.ts';
import type { Clock } from '../../clock.ts';
import type { EventBus } from '../../events.ts';
import type { LimitStore, PurchaseLimits } from '../../guard/index.ts';
import type { Ids } from '../../ids.ts';
import type { Operation, OperationStore, Transact } from '../../ledger/index.ts';
import type { NumberRecord, NumberStore } from '../number-store.ts';
import type { PooledStore } from '../pooled/index.ts';

/** The stores that a purchase writes to, in one transaction. */
export interface PurchaseStores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly trail: TrailStore;
  readonly limits: LimitStore;
  readonly pooled: PooledStore;
}

/** An open database as a purchase sees it. */
export interface PurchaseStorage extends PurchaseStores {
  readonly transaction: Transact<PurchaseStores>;
}

/** What buying needs from outside. */
export interface PurchaseDeps {
  readonly carrier: Carrier;
  readonly open: () => Promise<PurchaseStorage>;
  /** Where bought numbers send their calls. */
  readonly settings: NumberSettings;
  readonly limits: PurchaseLimits;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly record: RecordTrail;
  readonly events: EventBus;
  /** Keyed hash, so that equal requests can be recognised and nothing else. */
  readonly fingerprint: (text: string) => string;
  /** Monthly price, null when the carrier did not tell. */
  readonly priceOf: (country: string, type: NumberType) => Promise<Money | null>;
  /** Numbers to offer instead of a taken one; best effort, empty when there are none. */
  readonly alternativesTo: (phoneNumber: string) => Promise<readonly string[]>;
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
 * How long a process may work on an operation before a sweep may take it over. Longer than a carrier call can
 * last (30 s), so that the sweep never asks about a call that is still on its way.
 */
export const LEASE_MILLISECONDS = 90_000;
