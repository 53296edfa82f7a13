import type { AgentConfig } from '@numberkit/contract';

/** Where a business is. Coordinates are degrees. */
export interface BusinessLocation {
  readonly locality?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** The host's customer, as far as numbers and calls need to know it. */
export interface Tenant {
  /** The host's own id. */
  readonly id: string;
  readonly name: string | null;
  /** What answers this tenant's calls. */
  readonly agent: AgentConfig | null;
  /** The tenant's own phone (E.164), rung when the agent cannot be reached. */
  readonly recoveryPhone: string | null;
  readonly location: BusinessLocation | null;
  /** Free facts of the host's about the tenant, JSON. */
  readonly traits: Readonly<Record<string, unknown>>;
  /** The host's plan name. */
  readonly plan: string | null;
  /** What the tenant may do, such as `port-in`. */
  readonly entitlements: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** PORT: tenant records. Agent, recovery phone, name, location and traits are encrypted at rest. */
export interface TenantStore {
  /** Inserts or replaces the whole record of this id; the caller has merged. */
  put(tenant: Tenant): Promise<void>;
  get(tenantId: string): Promise<Tenant | undefined>;
}
