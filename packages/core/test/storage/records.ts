import type { NumberRecord } from '../../src/numbers/index.ts';
import { createVault, parseKeyRing } from '../../src/privacy/index.ts';
import type { Tenant } from '../../src/tenants/index.ts';

/** The vault of the engine tests. */
export const vault = createVault(parseKeyRing(`k1:${Buffer.alloc(32, 1).toString('base64')}`));

const at = new Date('2026-11-22T12:00:00.000Z');

export function aNumber(change: Partial<NumberRecord> = {}): NumberRecord {
  return {
    id: 'num_1',
    phoneNumber: '+14155550142',
    state: 'assigned',
    tenantId: 'acme',
    type: 'local',
    country: 'US',
    areaCode: '415',
    locality: 'San Francisco',
    region: 'CA',
    capabilities: null,
    source: 'bought',
    carrierSid: 'PN1',
    monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
    createdAt: at,
    updatedAt: at,
    activatedAt: at,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: null,
    ...change,
  };
}

export function aTenant(change: Partial<Tenant> = {}): Tenant {
  return {
    id: 'acme',
    name: 'Acme',
    agent: { kind: 'say', text: 'hello' },
    recoveryPhone: '+14155550199',
    location: null,
    traits: {},
    plan: null,
    entitlements: [],
    createdAt: at,
    updatedAt: at,
    ...change,
  };
}
