import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { freshFile, openStorage, sleepingClock } from '../purchase/host.ts';
import { scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { asked, assignedNumber, held, lifeHost, listenersCalled, ONE, TWO } from './host.ts';

// Slow machines take their time over a database for each test.
vi.setConfig({ testTimeout: 60_000 });

const move = { numberId: 'num_1', fromTenantId: 'acme', toTenantId: 'beta', ...asked };

describe.each(engines)('a transfer on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let other: Storage;
  const clock = sleepingClock();
  const carrier = scriptedCarrier();
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database.connect());
    other = await openStorage(database.connect());
    for (const id of ['acme', 'beta', 'gamma']) {
      await storage.tenants.put({
        id,
        name: null,
        agent: { kind: 'say', text: id },
        recoveryPhone: null,
        location: null,
        traits: {},
        plan: null,
        entitlements: [],
        createdAt: clock.now(),
        updatedAt: clock.now(),
      });
    }
  });
  afterEach(async () => {
    await Promise.all([storage.close(), other.close()]);
    await database.drop();
  });
  const owner = async (numberId = 'num_1') => (await storage.numbers.get(numberId))?.tenantId;

  test('moves the route, the count and the trail together, and calls no carrier', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await host.transfer(move);
    expect((await storage.routes.lookup(ONE))?.tenantId).toBe('beta');
    expect([await held(storage, 'acme'), await held(storage, 'beta')]).toEqual([0, 1]);
    for (const tenantId of ['acme', 'beta']) {
      expect(await storage.trail.list({ tenantId, limit: 5 })).toMatchObject([
        { event: 'number.transferred', data: { fromTenantId: 'acme', toTenantId: 'beta' } },
      ]);
    }
    await listenersCalled();
    expect(host.heard).toEqual([
      ['number.transferred', { numberId: 'num_1', fromTenantId: 'acme', toTenantId: 'beta' }],
    ]);
  });

  test('of one number to twelve tenants at once is won by exactly one', async () => {
    await assignedNumber(storage, carrier);
    const hosts = [lifeHost(storage, carrier.carrier, clock), lifeHost(other, carrier.carrier, clock)];
    const tenants = Array.from({ length: 12 }, (_, index) => `tenant-${index}`);
    const answers = await Promise.allSettled(
      tenants.map((toTenantId, index) => hosts[index % 2]?.transfer({ ...move, toTenantId })),
    );
    const won = tenants.filter((_, index) => answers[index]?.status === 'fulfilled');
    expect(won).toEqual([await owner()]);
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(lost).toEqual(Array(11).fill('wrong-owner'));
    const counts = await Promise.all(['acme', ...tenants].map((tenantId) => held(storage, tenantId)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await storage.trail.list({ numberId: 'num_1', limit: 50 })).toHaveLength(2);
  });

  test('in both directions at once goes through for both numbers', async () => {
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO, tenantId: 'beta' });
    const back = { ...move, numberId: 'num_2', fromTenantId: 'beta', toTenantId: 'acme' };
    await Promise.all([
      lifeHost(storage, carrier.carrier, clock).transfer(move),
      lifeHost(other, carrier.carrier, clock).transfer(back),
    ]);
    expect([await owner('num_1'), await owner('num_2')]).toEqual(['beta', 'acme']);
    expect([await held(storage, 'acme'), await held(storage, 'beta')]).toEqual([1, 1]);
  });

  test('against a release at once leaves either a new owner or a number on its way out, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = `num_r${round}`;
      await assignedNumber(storage, carrier, { id, phoneNumber: `+1510220400${round}` });
      const [transferred, released] = await Promise.allSettled([
        lifeHost(storage, carrier.carrier, clock).transfer({ ...move, numberId: id }),
        lifeHost(other, carrier.carrier, clock).release({ ...asked, numberId: id, tenantId: 'acme' }),
      ]);
      const number = await storage.numbers.get(id);
      const end = [transferred?.status, released?.status, number?.state, number?.tenantId];
      expect([
        ['fulfilled', 'rejected', 'assigned', 'beta'],
        ['rejected', 'fulfilled', 'released', 'acme'],
      ]).toContainEqual(end);
      if (number?.state === 'assigned')
        await lifeHost(storage, carrier.carrier, clock).release({ ...asked, numberId: id });
    }
    expect([await held(storage, 'acme'), await held(storage, 'beta')]).toEqual([0, 0]);
  });

  test('ends a reclaim, for that was about the old owner', async () => {
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await host.startReclaim({ tenantId: 'acme', ...asked });
    await host.transfer(move);
    expect(await storage.numbers.get('num_1')).toMatchObject({ reclaimAt: null, dueAt: null });
  });

  test.each([
    ['to a tenant at its limit', {}, 'limit-reached'],
    ['of a number that is not there', { numberId: 'num_x' }, 'number-not-found'],
    ['of another tenant’s number', { fromTenantId: 'gamma' }, 'wrong-owner'],
    ['of a number that rests', { numberId: 'num_2' }, 'wrong-state'],
    ['to the same tenant', { toTenantId: 'acme' }, 'invalid-transfer'],
    ['to an empty tenant id', { toTenantId: '' }, 'invalid-tenant-id'],
  ])('%s is refused and changes nothing', async (_, change, code) => {
    const host = lifeHost(storage, carrier.carrier, clock, { limits: { numbersPerTenant: 1 } });
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO, state: 'resting' });
    await storage.limits.take({ key: 'numbers:tenant:beta', window: 'ever' }, 1, 1);
    await expect(host.transfer({ ...move, ...change })).rejects.toMatchObject({ code });
    expect([await owner(), await held(storage, 'acme'), await held(storage, 'beta')]).toEqual(['acme', 2, 1]);
    expect(await storage.trail.list({ limit: 5 })).toEqual([]);
  });
});

describe('the history of a number', () => {
  test('is told oldest first, under all its owners, however long it is', async () => {
    const storage = await openStorage(freshFile());
    const clock = sleepingClock();
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    for (let round = 0; round < 300; round += 1) {
      const [fromTenantId, toTenantId] = round % 2 === 0 ? ['acme', 'beta'] : ['beta', 'acme'];
      clock.pass(1000);
      await host.transfer({ ...move, fromTenantId: fromTenantId ?? '', toTenantId: toTenantId ?? '' });
    }
    await host.release({ numberId: 'num_1', ...asked });
    const history = await host.history({ numberId: 'num_1' });
    expect(history).toHaveLength(602);
    expect(history.map(({ at }) => at.getTime())).toEqual(
      history.map(({ at }) => at.getTime()).sort((a, b) => a - b),
    );
    expect([history[0]?.event, history.at(-1)?.event]).toEqual(['number.transferred', 'number.released']);
    await storage.close();
  });

  test('of a number that is not there is refused', async () => {
    const storage = await openStorage(freshFile());
    const host = lifeHost(storage, scriptedCarrier().carrier, sleepingClock());
    await expect(host.history({ numberId: 'num_x' })).rejects.toMatchObject({ code: 'number-not-found' });
    await storage.close();
  });
});
