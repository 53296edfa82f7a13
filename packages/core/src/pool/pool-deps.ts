import type { RecordTrail, TrailStore } from '../activity/index.ts';
import type { Carrier } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { LeaseStore, OperationStore, Transact } from '../ledger/index.ts';
import type { ForPool, NumberStore, PooledStore, ReleaseNumber } from '../numbers/index.ts';
import type { PoolPolicy } from './pool-policy.ts';

/** The stores the pool works with. */
export interface PoolStores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly pooled: PooledStore;
  readonly trail: TrailStore;
  readonly leases: LeaseStore;
}

/** An open database as the pool sees it. */
export interface PoolStorage extends PoolStores {
  readonly transaction: Transact<PoolStores>;
}

/** What the room needs from outside. */
export interface PoolDeps {
  readonly open: () => Promise<PoolStorage>;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly record: RecordTrail;
  /** Keyed hash, so that equal requests can be recognised and nothing else. */
  readonly fingerprint: (text: string) => string;
  /** The numbers room: buys for the pool, gives to tenants. */
  readonly forPool: ForPool;
  readonly release: ReleaseNumber;
  /** The sweep of the ledger: settles purchases whose process died. */
  readonly settleOperations: () => Promise<unknown>;
  readonly policy: PoolPolicy;
}
