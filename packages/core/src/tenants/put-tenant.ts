import type { Actor, RecordTrail, TrailStore } from '../activity/index.ts';
import type { Clock } from '../clock.ts';
import type { Transact } from '../ledger/index.ts';
import { assertTenantId } from '../tenant-id.ts';
import { checkTenant } from './check-tenant.ts';
import type { TenantChange } from './tenant-change.ts';
import type { Tenant, TenantStore } from './tenant-store.ts';

/** The stores a tenant change writes to. */
export interface TenantStores {
  readonly tenants: TenantStore;
  readonly trail: TrailStore;
}

/** What the room needs from outside. */
export interface TenantDeps {
  readonly open: () => Promise<TenantStores & { readonly transaction: Transact<TenantStores> }>;
  readonly clock: Clock;
  readonly record: RecordTrail;
}

/** Tenant records: the host's customers, and what answers their calls. */
export interface Tenants {
  /**
   * Creates or changes a tenant. A field left out keeps its value; `null` clears it. The trail names the changed
   * fields, not their values. Calls see the change at once.
   * @param actor who changes it; default: the system.
   * @throws NumberkitError `invalid-tenant-id`, `invalid-tenant`
   * @example
   * await numberkit.tenants.put({
   *   id: 'acme',
   *   agent: { kind: 'conversation-relay', url: 'wss://app.example.com/agent', greeting: 'Acme, hello!' },
   * });
   */
  put(change: TenantChange, actor?: Actor): Promise<Tenant>;
  /** The tenant, or `undefined`. @throws NumberkitError `invalid-tenant-id` */
  get(tenantId: string): Promise<Tenant | undefined>;
}

const blank: Omit<Tenant, 'id' | 'createdAt' | 'updatedAt'> = {
  name: null,
  agent: null,
  recoveryPhone: null,
  location: null,
  traits: {},
  plan: null,
  entitlements: [],
};

/** See {@link Tenants}. */
export function createTenants(deps: TenantDeps): Tenants {
  return {
    async put(change, actor = { kind: 'system', id: 'host' }) {
      checkTenant(change);
      const { transaction } = await deps.open();
      return transaction(async ({ tenants, trail }) => {
        const before = await tenants.get(change.id);
        const now = deps.clock.now();
        const after: Tenant = { ...blank, createdAt: now, ...before, ...defined(change), updatedAt: now };
        const changed = changedFields(before, after);
        if (before && changed.length === 0) return before;
        await tenants.put(after);
        await deps.record(trail, {
          event: before ? 'tenant.changed' : 'tenant.created',
          actor,
          reason: before ? 'the host changed it' : 'the host added it',
          tenantId: after.id,
          data: { fields: changed },
        });
        return after;
      });
    },
    async get(tenantId) {
      assertTenantId(tenantId);
      const { tenants } = await deps.open();
      return tenants.get(tenantId);
    },
  };
}

/** Without the fields that are present but `undefined`: those keep their value too. */
function defined(change: TenantChange): TenantChange {
  // The id is never undefined, so what remains is a change still.
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as TenantChange;
}

function changedFields(before: Tenant | undefined, after: Tenant): readonly string[] {
  // Object.keys of a Tenant are its own fields and no others.
  const fields = Object.keys(blank) as (keyof typeof blank)[];
  return fields.filter((field) => JSON.stringify((before ?? blank)[field]) !== JSON.stringify(after[field]));
}
