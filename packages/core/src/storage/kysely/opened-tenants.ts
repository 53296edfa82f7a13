import type { AgentConfig } from '@numberkit/contract';
import type { Vault } from '../../privacy/index.ts';
import { openTenantColumn } from './tenant-store.ts';

/** What a call needs of a tenant, sealed. */
export interface SealedTenant {
  readonly tenant_id: string;
  readonly agent: string;
  readonly recovery_phone: string | null;
}

/** The same, opened. */
export interface OpenedTenant {
  readonly agent: AgentConfig;
  readonly recoveryPhone: string | null;
}

/** Opens what a call needs of a tenant. */
export type OpenTenant = (tenant: SealedTenant) => OpenedTenant;

/** About two kilobytes each; a host has as many as tenants that are called. */
const MAX_KEPT = 50_000;

/**
 * The same tenant is called again and again and seldom changes: what was sealed is compared with what was opened last,
 * and opened anew only when it differs. A value that is sealed again always differs, by its nonce; so a call gets what
 * the database holds at that moment.
 *
 * One agent serves many calls, so it is frozen.
 */
export function createOpenTenant(vault: Vault): OpenTenant {
  const kept = new Map<string, { readonly sealed: SealedTenant; readonly opened: OpenedTenant }>();
  return (sealed) => {
    const { tenant_id: tenantId, agent, recovery_phone: recoveryPhone } = sealed;
    const known = kept.get(tenantId);
    if (known?.sealed.agent === agent && known.sealed.recovery_phone === recoveryPhone) return known.opened;
    const opened: OpenedTenant = {
      // Written from the same type by the tenant store.
      agent: freeze(JSON.parse(openTenantColumn(vault, tenantId, 'agent', agent) ?? 'null') as AgentConfig),
      recoveryPhone: openTenantColumn(vault, tenantId, 'recovery_phone', recoveryPhone),
    };
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(tenantId, { sealed, opened });
    return opened;
  };
}

function freeze<T>(value: T): T {
  for (const part of Object.values(Object.freeze(value) ?? {})) {
    if (typeof part === 'object') freeze(part);
  }
  return value;
}
