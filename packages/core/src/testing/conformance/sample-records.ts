import type { TrailEntry } from '../../activity/index.ts';
import type { CallRecord } from '../../calls/index.ts';
import type { Operation } from '../../ledger/index.ts';
import type { NumberRecord } from '../../numbers/index.ts';
import type { Tenant } from '../../tenants/index.ts';

/** The moment that sample records were made at, plus some milliseconds. */
export function moment(milliseconds = 0): Date {
  return new Date(Date.UTC(2026, 10, 22, 12, 0, 0, 7) + milliseconds);
}

/** A number that takes calls for tenant `acme`. */
export function sampleNumber(change: Partial<NumberRecord> = {}): NumberRecord {
  return {
    id: 'num_sample',
    phoneNumber: '+14155550142',
    state: 'assigned',
    tenantId: 'acme',
    type: 'local',
    country: 'US',
    areaCode: '415',
    locality: 'San Francisco',
    region: 'CA',
    capabilities: { voice: true, sms: true, mms: false },
    source: 'bought',
    carrierSid: null,
    monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
    createdAt: moment(),
    updatedAt: moment(1),
    activatedAt: moment(2),
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: null,
    ...change,
  };
}

/** A purchase of that number, not yet settled. */
export function sampleOperation(change: Partial<Operation> = {}): Operation {
  return {
    id: 'op_sample',
    kind: 'buy-number',
    state: 'intended',
    tenantId: 'acme',
    idempotencyKey: 'order-1',
    attempt: 1,
    fingerprint: 'fingerprint',
    numberId: 'num_sample',
    alternatives: ['+14155550143', '+14155550144'],
    price: { amountMicros: 1_150_000, currency: 'USD' },
    limitWindow: '2026-11-22',
    calls: 0,
    leaseUntil: moment(60_000),
    failure: null,
    createdAt: moment(),
    updatedAt: moment(1),
    ...change,
  };
}

/** A tenant with everything filled in. */
export function sampleTenant(change: Partial<Tenant> = {}): Tenant {
  return {
    id: 'acme',
    name: 'Acme Plumbing Ünïon 🔧',
    agent: {
      kind: 'conversation-relay',
      url: 'wss://agent.example.com',
      greeting: 'Hello, Acme.',
      hints: ['pipe'],
    },
    recoveryPhone: '+14155550199',
    location: { locality: 'Oakland', region: 'CA', latitude: 37.8044, longitude: -122.2712 },
    traits: { seats: 3, nested: { list: [1, 'two', null] }, phone: '(415) 555-0177' },
    plan: 'pro',
    entitlements: ['port-in'],
    createdAt: moment(),
    updatedAt: moment(1),
    ...change,
  };
}

/** An answered call to that number, priced. */
export function sampleCall(change: Partial<CallRecord> = {}): CallRecord {
  return {
    callSid: 'CA1',
    numberId: 'num_sample',
    tenantId: 'acme',
    direction: 'inbound',
    outcome: 'completed',
    answered: true,
    startedAt: moment(),
    endedAt: moment(61_000),
    seconds: 61,
    billedMinutes: 2,
    price: { amountMicros: 17_000, currency: 'USD' },
    otherParty: '+14155550188',
    recordedAt: moment(62_000),
    ...change,
  };
}

/** A line of the trail. */
export function sampleEntry(change: Partial<TrailEntry> = {}): TrailEntry {
  return {
    id: 'trl_01',
    at: moment(),
    event: 'number.purchased',
    actor: { kind: 'tenant', id: 'acme' },
    tenantId: 'acme',
    numberId: 'num_sample',
    operationId: 'op_sample',
    reason: 'the carrier confirmed',
    data: { attempt: 1, nested: { list: ['ä', null, true], nul: '\u0000' } },
    ...change,
  };
}
