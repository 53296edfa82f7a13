import type { Kysely } from 'kysely';
import type { Vault } from '../../privacy/index.ts';
import type { Storage, Stores } from '../storage.ts';
import { createCallStore } from './call-store.ts';
import { createEstateStore } from './estate-store.ts';
import { createForwardingStore } from './forwarding-store.ts';
import { createForwardingTestStore } from './forwarding-test-store.ts';
import { inspect } from './inspect.ts';
import { createLeaseStore } from './lease-store.ts';
import { createLimitStore } from './limit-store.ts';
import { migrate } from './migrate.ts';
import { createNumberStore } from './number-store.ts';
import { createOperationStore } from './operation-store.ts';
import { createPooledStore } from './pooled-store.ts';
import { createRouteStore, type RouteQueries } from './route-store.ts';
import type { Connections, Database } from './schema.ts';
import { createSweepLogStore } from './sweep-log-store.ts';
import { createTenantStore } from './tenant-store.ts';
import { createTrailStore } from './trail-store.ts';

/** What an engine brings to a storage. */
export interface StorageParts extends Connections {
  readonly vault: Vault;
  readonly schema: string | undefined;
  readonly routeQueries: RouteQueries;
  /** Runs `work` in one transaction of the writing connection. */
  readonly transact: <T>(work: (transaction: Kysely<Database>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export function assembleStorage(parts: StorageParts): Storage {
  const { engine, reads, vault, transact, schema } = parts;
  return {
    ...createStores(parts, vault),
    routes: createRouteStore(reads, vault, parts.routeQueries),
    estate: createEstateStore(parts, vault),
    sweepLog: createSweepLogStore(parts),
    transaction: (work) =>
      transact((transaction) =>
        work(createStores({ engine, reads: transaction, writes: transaction }, vault)),
      ),
    inspect: () => inspect(parts.writes, vault, { engine, schema }),
    migrate: () => migrate(parts.writes, vault, { engine, schema }),
    close: parts.close,
  };
}

function createStores(connections: Connections, vault: Vault): Stores {
  return {
    numbers: createNumberStore(connections, vault),
    operations: createOperationStore(connections, vault),
    tenants: createTenantStore(connections, vault),
    trail: createTrailStore(connections),
    limits: createLimitStore(connections),
    calls: createCallStore(connections, vault),
    pooled: createPooledStore(connections, vault),
    leases: createLeaseStore(connections),
    forwardings: createForwardingStore(connections, vault),
    forwardingTests: createForwardingTestStore(connections, vault),
  };
}
