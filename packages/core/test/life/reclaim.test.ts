import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CarrierCall } from '../../src/carrier/index.ts';
import { createRouting } from '../../src/routing/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, sleepingClock } from '../purchase/host.ts';
import { scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { asked, assignedNumber, DAY, held, lifeHost, listenersCalled, ONE, TWO, trailOf } from './host.ts';

// Slow machines take their time over a database for each test.
vi.setConfig({ testTimeout: 60_000 });

function callTo(to: string, startedAt: Date): CarrierCall {
  return {
    sid: 'CA1',
    from: '+14155550100',
    to,
    direction: 'inbound',
    status: 'completed',
    startedAt,
    durationSeconds: 30,
    price: null,
    answeredBy: null,
  };
}

describe.each(engines)('a reclaim on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let other: Storage;
  let clock = sleepingClock();
  let carrier = scriptedCarrier();
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database.connect());
    other = await openStorage(database.connect());
    clock = sleepingClock();
    carrier = scriptedCarrier();
  });
  afterEach(async () => {
    await Promise.all([storage.close(), other.close()]);
    await database.drop();
  });
  const number = (numberId = 'num_1') => storage.numbers.get(numberId);

  test('warns on each set day, then lets the number rest, then returns it to the pool', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    carrier.calls.push(callTo(ONE, new Date('2026-12-07T00:00:00Z')), callTo(TWO, clock.now()));
    const reclaimAt = new Date(clock.now().getTime() + 30 * DAY);
    expect(await host.startReclaim({ tenantId: 'acme', ...asked })).toEqual([
      { numberId: 'num_1', reclaimAt },
    ]);
    for (let day = 0; day < 76; day += 1) {
      await host.sweepReclaim();
      clock.pass(DAY);
    }
    expect(await trailOf(storage, 'num_1')).toEqual([
      'number.reclaim-started',
      'number.reclaim-warned',
      'number.reclaim-warned',
      'number.reclaim-warned',
      'number.rested',
      'number.returned',
    ]);
    expect(await number()).toMatchObject({ state: 'pooled', tenantId: null, activatedAt: null, dueAt: null });
    expect(await held(storage, 'acme')).toBe(0);
    expect(carrier.releaseRequests).toEqual([]);
    await listenersCalled();
    const told = host.heard.map(([name, event]) => [name, event] as const);
    expect(told).toMatchObject([
      ['number.reclaim-warning', { tenantId: 'acme', daysBefore: 14, reclaimAt, callsPerWeek: 1 }],
      ['number.reclaim-warning', { daysBefore: 7, callsPerWeek: 0 }],
      ['number.reclaim-warning', { daysBefore: 1, callsPerWeek: 0 }],
      ['number.resting', { tenantId: 'acme', numberId: 'num_1', callsPerWeek: 0 }],
    ]);
  });

  test('by many processes at once takes each step once', async () => {
    await assignedNumber(storage, carrier);
    const hosts = [storage, other, storage, other].map((each) => lifeHost(each, carrier.carrier, clock));
    await hosts[0]?.startReclaim({ tenantId: 'acme', ...asked });
    for (const days of [16, 7, 6, 1, 45]) {
      clock.pass(days * DAY);
      await Promise.all(hosts.flatMap((host) => [host.sweepReclaim(), host.sweepReclaim()]));
    }
    const events = await trailOf(storage, 'num_1');
    expect(events.filter((event) => event === 'number.reclaim-warned')).toHaveLength(3);
    expect(events.slice(-2)).toEqual(['number.rested', 'number.returned']);
    await listenersCalled();
    expect(hosts.flatMap(({ heard }) => heard)).toHaveLength(4);
    expect(hosts.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('can be undone until the grace period ends; the number keeps its calls, and nothing more happens', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await host.startReclaim({ tenantId: 'acme', ...asked });
    clock.pass(29 * DAY);
    await host.sweepReclaim();
    expect(await host.undoReclaim({ tenantId: 'acme', ...asked })).toEqual(['num_1']);
    expect(await host.undoReclaim({ tenantId: 'acme', ...asked })).toEqual([]);
    clock.pass(100 * DAY);
    expect(await host.sweepReclaim()).toEqual({ warned: 0, rested: 0, pooled: 0, releasing: 0 });
    expect(await number()).toMatchObject({ state: 'assigned', tenantId: 'acme', reclaimAt: null });
    expect(await held(storage, 'acme')).toBe(1);
  });

  test('undone while the sweep runs is either undone or over, never half of both', async () => {
    const first = lifeHost(storage, carrier.carrier, clock);
    const second = lifeHost(other, carrier.carrier, clock);
    for (let round = 0; round < 6; round += 1) {
      const id = `num_${round}`;
      await assignedNumber(storage, carrier, { id, phoneNumber: `+1510220400${round}` });
      await first.startReclaim({ numberId: id, graceDays: 0, ...asked });
      const [, undone] = await Promise.all([
        first.sweepReclaim(),
        second.undoReclaim({ numberId: id, ...asked }).catch(() => []),
      ]);
      const { state } = (await number(id)) ?? {};
      expect([state, undone.length]).toEqual(undone.length > 0 ? ['assigned', 1] : ['resting', 0]);
    }
  });

  test('by policy ends in a release, which the ledger sees through', async () => {
    const host = lifeHost(storage, carrier.carrier, clock, {
      reclaim: { restDays: 10, afterRest: 'release' },
    });
    await assignedNumber(storage, carrier);
    await host.startReclaim({ tenantId: 'acme', graceDays: 0, ...asked });
    expect(await host.sweepReclaim()).toMatchObject({ rested: 1 });
    clock.pass(10 * DAY);
    expect(await host.sweepReclaim()).toMatchObject({ releasing: 1 });
    expect(await number()).toMatchObject({ state: 'released', dueAt: null });
    expect(carrier.owned.size).toBe(0);
    expect(await held(storage, 'acme')).toBe(0);
  });

  test('a resting number answers its callers politely, for nobody', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    const routing = createRouting({
      open: async () => storage,
      clock,
      attend: async () => ({ kind: 'agent' }),
    });
    await assignedNumber(storage, carrier);
    await host.startReclaim({ numberId: 'num_1', graceDays: 0, ...asked });
    await host.sweepReclaim();
    const route = await routing.lookup(ONE);
    expect(route).toMatchObject({ numberId: 'num_1', agent: { kind: 'say' } });
    expect(route?.agent).toMatchObject({ text: expect.stringContaining('no longer in use') });
    expect([route?.tenantId, route?.recoveryPhone]).toEqual(['numberkit:resting', undefined]);
    clock.pass(45 * DAY);
    await host.sweepReclaim();
    expect(await routing.lookup(ONE)).toBeUndefined();
  });

  test('a resting number takes no calls, and nobody can be given it', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await host.startReclaim({ numberId: 'num_1', graceDays: 0, ...asked });
    await host.sweepReclaim();
    expect(await number()).toMatchObject({ state: 'resting' });
    expect(await storage.routes.lookup(ONE)).toBeUndefined();
    expect(await storage.pooled.claim({ areaCode: '510' }, 'beta', clock.now())).toBeUndefined();
    expect(await storage.pooled.claim({ numberId: 'num_1' }, 'beta', clock.now())).toBeUndefined();
    const transfer = { numberId: 'num_1', fromTenantId: 'acme', toTenantId: 'beta', ...asked };
    await expect(host.transfer(transfer)).rejects.toMatchObject({ code: 'wrong-state' });
    clock.pass(45 * DAY);
    await host.sweepReclaim();
    expect((await storage.pooled.claim({ areaCode: '510' }, 'beta', clock.now()))?.id).toBe('num_1');
  });

  test('warns all the same when the carrier cannot say how many calls there were', async () => {
    const mute = {
      ...carrier.carrier,
      // biome-ignore lint/correctness/useYield: it breaks before the first call
      async *listCalls(): AsyncGenerator<CarrierCall> {
        throw new Error('the carrier does not answer');
      },
    };
    const host = lifeHost(storage, mute, clock);
    await assignedNumber(storage, carrier);
    await host.startReclaim({ tenantId: 'acme', graceDays: 10, ...asked });
    clock.pass(3 * DAY);
    expect(await host.sweepReclaim()).toMatchObject({ warned: 1 });
    await listenersCalled();
    expect(host.heard).toMatchObject([['number.reclaim-warning', { daysBefore: 7, callsPerWeek: null }]]);
  });

  test('of a tenant is about all its numbers that take calls, and begun once', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO });
    await assignedNumber(storage, carrier, { id: 'num_3', phoneNumber: '+15102203366', state: 'buying' });
    const first = await host.startReclaim({ tenantId: 'acme', graceDays: 5, ...asked });
    expect(first.map(({ numberId }) => numberId).sort()).toEqual(['num_1', 'num_2']);
    clock.pass(DAY);
    const second = await host.startReclaim({ tenantId: 'acme', graceDays: 50, ...asked });
    expect(new Set(second)).toEqual(new Set(first));
    expect(await trailOf(storage, 'num_1')).toEqual(['number.reclaim-started']);
  });

  test.each([
    ['for a negative time', { tenantId: 'acme', graceDays: -1 }, 'invalid-reclaim'],
    ['for no number of days', { tenantId: 'acme', graceDays: Number.NaN }, 'invalid-reclaim'],
    ['of a number that is not there', { numberId: 'num_x' }, 'number-not-found'],
    ['of another tenant’s number', { numberId: 'num_1', tenantId: 'beta' }, 'number-not-found'],
    ['of a number that is released', { numberId: 'num_2' }, 'wrong-state'],
    ['of an empty tenant id', { tenantId: '' }, 'invalid-tenant-id'],
  ])('%s is refused', async (_, request, code) => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO, state: 'released' });
    await expect(host.startReclaim({ ...asked, ...request })).rejects.toMatchObject({ code });
    expect(await trailOf(storage, 'num_1')).toEqual([]);
  });
});
