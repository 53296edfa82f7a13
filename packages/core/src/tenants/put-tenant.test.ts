import { describe, expect, test } from 'vitest';
import { createRecorder, type TrailEntry } from '../activity/index.ts';
import type { Clock } from '../clock.ts';
import { createIds } from '../ids.ts';
import { createTenants, type TenantStores } from './put-tenant.ts';
import type { Tenant } from './tenant-store.ts';

/** The room over a map; that the real stores behave so is proved by the storage conformance suite. */
function room() {
  const kept = new Map<string, Tenant>();
  const trail: TrailEntry[] = [];
  const clock: Clock = { now: () => new Date(Date.UTC(2026, 10, 22)), sleep: async () => undefined };
  const stores: TenantStores = {
    tenants: { put: async (tenant) => void kept.set(tenant.id, tenant), get: async (id) => kept.get(id) },
    trail: { append: async (entry) => void trail.push(entry), list: async () => trail },
  };
  const open = async () => ({
    ...stores,
    transaction: <T>(work: (s: TenantStores) => Promise<T>) => work(stores),
  });
  return { trail, tenants: createTenants({ open, clock, record: createRecorder(clock, createIds(clock)) }) };
}

const agent = { kind: 'conversation-relay', url: 'wss://app.example.com/agent', greeting: 'Hello' } as const;

describe('a tenant', () => {
  test('is created with what is given and blank for the rest', async () => {
    const { tenants } = room();
    const tenant = await tenants.put({ id: 'acme', agent });
    expect(tenant).toMatchObject({
      id: 'acme',
      agent,
      name: null,
      recoveryPhone: null,
      traits: {},
      entitlements: [],
    });
    expect(await tenants.get('acme')).toEqual(tenant);
  });

  test('keeps what a change leaves out, and clears what it sets to null', async () => {
    const { tenants } = room();
    await tenants.put({ id: 'acme', agent, name: 'Acme', plan: 'pro' });
    const changed = await tenants.put({ id: 'acme', name: null });
    expect(changed).toMatchObject({ agent, name: null, plan: 'pro' });
  });

  test('leaves a line in the trail that names the changed fields and none of their values', async () => {
    const { tenants, trail } = room();
    await tenants.put({ id: 'acme', name: 'Acme', recoveryPhone: '+15105550142' });
    await tenants.put({ id: 'acme', name: 'Acme Inc' }, { kind: 'operator', id: 'jo' });
    expect(trail.map(({ event, actor, data }) => [event, actor.id, data])).toEqual([
      ['tenant.created', 'host', { fields: ['name', 'recoveryPhone'] }],
      ['tenant.changed', 'jo', { fields: ['name'] }],
    ]);
    expect(JSON.stringify(trail)).not.toContain('5550142');
  });

  test('put again unchanged leaves no line', async () => {
    const { tenants, trail } = room();
    await tenants.put({ id: 'acme', agent });
    await tenants.put({ id: 'acme', agent });
    expect(trail).toHaveLength(1);
  });

  test('may have an agent without TLS on this very machine, for the simulator', async () => {
    const local = { kind: 'conversation-relay', url: 'ws://localhost:3000/agent' } as const;
    expect(await room().tenants.put({ id: 'acme', agent: local })).toMatchObject({ agent: local });
  });

  test('that nobody put is undefined', async () => {
    expect(await room().tenants.get('nobody')).toBeUndefined();
  });
});

describe('a tenant that is not well formed is refused by field', () => {
  test.each([
    ['agent.url', { agent: { kind: 'conversation-relay', url: 'https://app.example.com' } }],
    ['agent.url', { agent: { kind: 'media-stream', url: 'not an address' } }],
    ['agent.url', { agent: { kind: 'media-stream', url: 'ws://app.example.com/agent' } }],
    ['agent.url', { agent: { kind: 'redirect', url: 'wss://app.example.com' } }],
    ['agent.uri', { agent: { kind: 'sip', uri: 'https://app.example.com' } }],
    ['agent.phoneNumber', { agent: { kind: 'dial', phoneNumber: '510 555 0142' } }],
    ['agent.text', { agent: { kind: 'say', text: ' ' } }],
    ['recoveryPhone', { recoveryPhone: '(510) 555-0142' }],
  ] as const)('%s', async (field, change) => {
    const { tenants, trail } = room();
    const refused = tenants.put({ id: 'acme', ...change });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-tenant', fields: [{ field }] });
    expect(trail).toEqual([]);
  });

  test('an agent of a kind we do not know', async () => {
    // As plain JavaScript may pass it.
    const change = { id: 'acme', agent: { kind: 'telepathy' } } as unknown as { id: string };
    await expect(room().tenants.put(change)).rejects.toMatchObject({ fields: [{ field: 'agent.kind' }] });
  });

  test('all of several at once', async () => {
    const change = { id: 'acme', agent: { kind: 'sip', uri: 'x' }, recoveryPhone: 'y' } as const;
    await expect(room().tenants.put(change)).rejects.toMatchObject({
      fields: [{ field: 'agent.uri' }, { field: 'recoveryPhone' }],
    });
  });
});
