import type { Tenant } from './tenant-store.ts';

/** What to store of a tenant. A field left out keeps its value; `null` clears it. */
export type TenantChange = { readonly id: string } & Partial<Omit<Tenant, 'id' | 'createdAt' | 'updatedAt'>>;
