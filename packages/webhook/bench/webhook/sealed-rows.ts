import { parseKeyRing } from 'numberkit';
import { createVault } from '../../../core/src/privacy/index.ts';
import { phoneNumberIndex } from '../../../core/src/storage/kysely/number-store.ts';
import { KEYS, routeOf } from './job.ts';

/** The rows of one number as the storage keeps them: everything personal sealed, found by a blind index. */
export interface SealedRows {
  readonly tenant: Readonly<Record<string, string | null>>;
  readonly number: Readonly<Record<string, string | null>>;
}

const vault = createVault(parseKeyRing(KEYS));
const NOW = '2026-11-22T10:00:00.000Z';

/** Seals the rows of a number. Written past the stores because they write row by row, which takes minutes. */
export function sealRows(index: number): SealedRows {
  const { tenantId, numberId, phoneNumber, agent, recoveryPhone = '' } = routeOf(index);
  return {
    tenant: {
      id: tenantId,
      name: null,
      agent: vault.seal(JSON.stringify(agent), `tenants.agent:${tenantId}`),
      recovery_phone: vault.seal(recoveryPhone, `tenants.recovery_phone:${tenantId}`),
      location: null,
      traits: null,
      plan: null,
      entitlements: '[]',
      created_at: NOW,
      updated_at: NOW,
    },
    number: {
      id: numberId,
      e164: vault.seal(phoneNumber, `numbers.e164:${numberId}`),
      e164_index: phoneNumberIndex(vault, phoneNumber),
      state: 'assigned',
      tenant_id: tenantId,
      type: 'local',
      country: 'US',
      source: 'bought',
      carrier_sid: `PN${String(index).padStart(32, '0')}`,
      created_at: NOW,
      updated_at: NOW,
    },
  };
}
