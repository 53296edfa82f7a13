export type { BusinessLocation, Tenant, TenantStore } from './tenant-store.ts';
