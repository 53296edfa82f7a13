import type { Money } from '@numberkit/contract';
import type { Actor, RecordTrail, TrailStore } from '../activity/index.ts';
import type { Carrier, NumberSettings, NumberType } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import type { EventBus } from '../events.ts';
import type { LimitStore, PurchaseLimits } from '../guard/index.ts';
import type { Ids } from '../ids.ts';
import type { OperationStore, Transact } from '../ledger/index.ts';
import type { NumberStore } from '../numbers/index.ts';
import type { EstateStore } from './estate-store.ts';

/** The stores that a repair writes to, in one transaction. */
export interface RepairStores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly trail: TrailStore;
  readonly limits: LimitStore;
  readonly forwardings: FollowedForwardings;
}

/** What a repair has to know of forwardings; their store, seen from here. */
export interface FollowedForwardings {
  /** The forwarding to this number that is not proved off. */
  findByNumber(numberId: string): Promise<{ readonly id: string } | undefined>;
  /** Lets it go with a number that is in the account again, under another row. */
  follow(fromNumberId: string, toNumberId: string, now: Date): Promise<void>;
}

/** An open database as reconciling sees it. */
export interface ReconcileStorage extends RepairStores {
  readonly estate: EstateStore;
  readonly transaction: Transact<RepairStores>;
}

/** What reconciling needs from outside. */
export interface ReconcileDeps {
  readonly carrier: Carrier;
  readonly open: () => Promise<ReconcileStorage>;
  /** How a number of ours should be set up at the carrier. */
  readonly settings: NumberSettings;
  readonly limits: PurchaseLimits;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly record: RecordTrail;
  readonly events: EventBus;
  /** Monthly price, null when the carrier did not tell. */
  readonly priceOf: (country: string, type: NumberType) => Promise<Money | null>;
  /** Settles operations whose lease has run out; the sweep of the ledger. */
  readonly settleOperations: () => Promise<unknown>;
  /** Gives a number of ours back for good, by the money rule. */
  readonly release: (numberId: string, reason: string) => Promise<unknown>;
}

/** Who repairs, as the trail calls it. */
export const RECONCILER: Actor = { kind: 'system', id: 'reconcile' };
