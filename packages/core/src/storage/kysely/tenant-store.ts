import type { Vault } from '../../privacy/index.ts';
import type { Tenant, TenantStore } from '../../tenants/index.ts';
import { readJson, readTime, writeTime } from './column-values.ts';
import type { Connections, TenantsTable } from './schema.ts';

/** Columns that are sealed, each bound to its row. */
export type SealedTenantColumn = 'name' | 'agent' | 'recovery_phone' | 'location' | 'traits';

/** Opens one sealed column of a tenant's row. */
export function openTenantColumn(
  vault: Vault,
  tenantId: string,
  column: SealedTenantColumn,
  sealed: string | null,
): string | null {
  return sealed === null ? null : vault.open(sealed, sealContext(column, tenantId));
}

export function createTenantStore({ reads, writes }: Connections, vault: Vault): TenantStore {
  return {
    async put(tenant) {
      const { id, ...columns } = writeTenant(tenant, vault);
      await writes
        .insertInto('numberkit_tenants')
        .values({ id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    async get(tenantId) {
      const row = await reads
        .selectFrom('numberkit_tenants')
        .selectAll()
        .where('id', '=', tenantId)
        .executeTakeFirst();
      return row && readTenant(row, vault);
    },
  };
}

function writeTenant(tenant: Tenant, vault: Vault): TenantsTable {
  const seal = (column: SealedTenantColumn, plain: string | null) =>
    plain === null ? null : vault.seal(plain, sealContext(column, tenant.id));
  return {
    id: tenant.id,
    name: seal('name', tenant.name),
    agent: seal('agent', tenant.agent && JSON.stringify(tenant.agent)),
    recovery_phone: seal('recovery_phone', tenant.recoveryPhone),
    location: seal('location', tenant.location && JSON.stringify(tenant.location)),
    traits: seal('traits', JSON.stringify(tenant.traits)),
    plan: tenant.plan,
    entitlements: JSON.stringify(tenant.entitlements),
    created_at: writeTime(tenant.createdAt),
    updated_at: writeTime(tenant.updatedAt),
  };
}

function readTenant(row: TenantsTable, vault: Vault): Tenant {
  const open = (column: SealedTenantColumn) => openTenantColumn(vault, row.id, column, row[column]);
  const openJson = (column: SealedTenantColumn): unknown => JSON.parse(open(column) ?? 'null');
  return {
    id: row.id,
    name: open('name'),
    // The JSON values below were written from the same types by writeTenant.
    agent: openJson('agent') as Tenant['agent'],
    recoveryPhone: open('recovery_phone'),
    location: openJson('location') as Tenant['location'],
    traits: (openJson('traits') ?? {}) as Tenant['traits'],
    plan: row.plan,
    entitlements: readJson(row.entitlements) as string[],
    createdAt: readTime(row.created_at),
    updatedAt: readTime(row.updated_at),
  };
}

export function sealContext(column: SealedTenantColumn, tenantId: string): string {
  return `tenants.${column}:${tenantId}`;
}
