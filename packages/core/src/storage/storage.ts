import type { TrailStore } from '../activity/index.ts';
import type { CallStore } from '../calls/index.ts';
import type { ForwardingStore, ForwardingTestStore } from '../forwarding/index.ts';
import type { LimitStore } from '../guard/index.ts';
import type { LeaseStore, OperationStore, Transact } from '../ledger/index.ts';
import type { NumberStore, PooledStore } from '../numbers/index.ts';
import type { Vault } from '../privacy/index.ts';
import type { EstateStore } from '../reconcile/index.ts';
import type { RouteStore } from '../routing/index.ts';
import type { SweepLogStore } from '../sweeps/index.ts';
import type { TenantStore } from '../tenants/index.ts';

/** Every room's store, side by side. */
export interface Stores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly tenants: TenantStore;
  readonly trail: TrailStore;
  readonly limits: LimitStore;
  readonly calls: CallStore;
  readonly pooled: PooledStore;
  readonly leases: LeaseStore;
  readonly forwardings: ForwardingStore;
  readonly forwardingTests: ForwardingTestStore;
}

/** PORT: an open database. */
export interface Storage extends Stores {
  readonly routes: RouteStore;
  readonly estate: EstateStore;
  readonly sweepLog: SweepLogStore;
  readonly transaction: Transact<Stores>;
  /** Looks at the database as it is; changes nothing. */
  inspect(): Promise<StorageInspection>;
  /** Brings the schema up to date. Safe to call from many processes at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** A database as it was found. */
export interface StorageInspection {
  /** Migrations that have not run yet, in their order. */
  readonly pendingMigrations: readonly string[];
  /** Was it filled with the index key of this key ring? Null when it was not filled yet. */
  readonly indexKeyMatches: boolean | null;
  /** Ids of the keys that phone numbers and tenants' names are sealed with. */
  readonly sealedWith: readonly string[];
}

/**
 * A database that is not open yet; what `sqlite(…)` and `postgres(…)` return. Opening is put off to the first use,
 * so that importing and composing cost nothing.
 */
export interface StorageProvider {
  /** For messages: `SQLite file ./numberkit.db`, without credentials. */
  readonly description: string;
  open(vault: Vault): Promise<Storage>;
}
