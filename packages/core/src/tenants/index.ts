export { tenantErrors } from './errors.ts';
export {
  createTenants,
  type TenantDeps,
  type TenantStores,
  type Tenants,
} from './put-tenant.ts';
export type { TenantChange } from './tenant-change.ts';
export type { BusinessLocation, Tenant, TenantStore } from './tenant-store.ts';
