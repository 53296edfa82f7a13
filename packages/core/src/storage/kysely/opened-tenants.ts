import type { AgentConfig } from '@numberkit/contract';
import { SEALED_TAG_CHARACTERS, type Vault } from '../../privacy/index.ts';
import { openTenantColumn } from './tenant-store.ts';

/** What a call needs of a tenant, sealed. */
export interface SealedTenant {
  readonly tenant_id: string;
  readonly agent: string;
  readonly recovery_phone: string | null;
}

/** By what the sealed values of a tenant are told from any others: the tags at their ends. */
export interface TenantMarks {
  readonly tenant_id: string;
  readonly agent_mark: string;
  readonly phone_mark: string | null;
}

/** What a call needs of a tenant, opened. */
export interface OpenedTenant {
  readonly agent: AgentConfig;
  readonly recoveryPhone: string | null;
}

/** Opens what a call needs of a tenant, and keeps it. */
export interface TenantOpener {
  /** What was opened last, if these are the marks of what it was opened from. */
  recall(marks: TenantMarks): OpenedTenant | undefined;
  open(tenant: SealedTenant): OpenedTenant;
}

/** About two kilobytes each; a host has as many as tenants that are called. */
const MAX_KEPT = 50_000;

/**
 * The same tenant is called again and again and seldom changes: what the database holds is compared with what was opened
 * last, and opened anew only when it differs. A value that is sealed again always has another tag, by its nonce; so a call
 * gets what the database holds at that moment.
 *
 * One agent serves many calls, so it is frozen.
 */
export function createTenantOpener(vault: Vault): TenantOpener {
  const kept = new Map<string, TenantMarks & { readonly opened: OpenedTenant }>();
  const recall: TenantOpener['recall'] = ({ tenant_id, agent_mark, phone_mark }) => {
    const known = kept.get(tenant_id);
    return known?.agent_mark === agent_mark && known.phone_mark === phone_mark ? known.opened : undefined;
  };
  return {
    recall,
    open({ tenant_id, agent, recovery_phone }) {
      const marks = {
        tenant_id,
        agent_mark: markOf(agent),
        phone_mark: recovery_phone && markOf(recovery_phone),
      };
      const known = recall(marks);
      if (known !== undefined) return known;
      const opened: OpenedTenant = {
        // Written from the same type by the tenant store.
        agent: freeze(
          JSON.parse(openTenantColumn(vault, tenant_id, 'agent', agent) ?? 'null') as AgentConfig,
        ),
        recoveryPhone: openTenantColumn(vault, tenant_id, 'recovery_phone', recovery_phone),
      };
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(tenant_id, { ...marks, opened });
      return opened;
    },
  };
}

function markOf(sealed: string): string {
  return sealed.slice(-SEALED_TAG_CHARACTERS);
}

function freeze<T>(value: T): T {
  for (const part of Object.values(Object.freeze(value) ?? {})) {
    if (typeof part === 'object') freeze(part);
  }
  return value;
}
