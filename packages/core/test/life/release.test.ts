import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, sleepingClock } from '../purchase/host.ts';
import { own, type ReleaseStep, scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { asked, assignedNumber, held, lifeHost, listenersCalled, ONE, TWO, trailOf } from './host.ts';

// Slow machines take their time over a database for each test.
vi.setConfig({ testTimeout: 60_000 });

const HOUR = 60 * 60_000;

describe.each(engines)('a release on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let clock = sleepingClock();
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database.connect());
    clock = sleepingClock();
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });
  const state = async (numberId = 'num_1') => (await storage.numbers.get(numberId))?.state;
  const operation = () => storage.operations.ofNumber('num_1', 'release-number');

  test('deletes the number, frees its digits, gives the limit back and tells the host', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    const number = await assignedNumber(storage, carrier);
    await storage.tenants.put({
      id: 'acme',
      name: null,
      agent: { kind: 'say', text: 'hello' },
      recoveryPhone: null,
      location: null,
      traits: {},
      plan: null,
      entitlements: [],
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    expect((await storage.routes.lookup(ONE))?.tenantId).toBe('acme');
    expect(await host.release({ numberId: 'num_1', ...asked })).toEqual({
      numberId: 'num_1',
      outcome: 'released',
    });
    expect(carrier.owned.size).toBe(0);
    expect(await storage.routes.lookup(ONE)).toBeUndefined();
    expect(await storage.numbers.findByPhoneNumber(ONE)).toBeUndefined();
    expect(await storage.numbers.insert({ ...number, id: 'num_2', carrierSid: 'PNnew' })).toBe(true);
    expect(await held(storage, 'acme')).toBe(0);
    expect(await trailOf(storage, 'num_1')).toEqual(['number.release-intended', 'number.released']);
    await listenersCalled();
    expect(host.heard).toEqual([['number.released', { tenantId: 'acme', numberId: 'num_1' }]]);
  });

  test('has stopped the calls and committed its intent before the carrier is asked for anything', async () => {
    const carrier = scriptedCarrier();
    const seen: unknown[] = [];
    const watched = {
      ...carrier.carrier,
      findNumber: async (phoneNumber: string) => {
        seen.push(await state(), (await operation())?.state, await held(storage, 'acme'));
        return carrier.carrier.findNumber(phoneNumber);
      },
    };
    await assignedNumber(storage, carrier);
    await lifeHost(storage, watched, clock).release({ numberId: 'num_1', ...asked });
    expect(seen).toEqual(['releasing', 'intended', 0]);
  });

  test.each<[string, ReleaseStep]>([
    ['a reset after the release', 'lost-after'],
    ['an adapter that throws after the release', 'throws-after'],
    ['a reset before the release', 'lost-before'],
  ])('after %s is asked for once more, and certain then', async (_, step) => {
    const carrier = scriptedCarrier({ releases: [step] });
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('released');
    expect(carrier.releaseRequests).toHaveLength(2);
    expect(carrier.owned.size).toBe(0);
  });

  test('that the carrier refuses stays open, is not thrown, and is tried again later and later until it happens', async () => {
    const carrier = scriptedCarrier({ releases: Array<ReleaseStep>(4).fill('refused') });
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    expect(await host.release({ numberId: 'num_1', ...asked })).toEqual({
      numberId: 'num_1',
      outcome: 'releasing',
    });
    expect([await state(), await held(storage, 'acme')]).toEqual(['releasing', 0]);
    const waits: number[] = [];
    for (let sweep = 0; sweep < 40 && (await state()) !== 'released'; sweep += 1) {
      const before = carrier.releaseRequests.length;
      await host.settle();
      if (carrier.releaseRequests.length > before) waits.push(sweep);
      clock.pass(60_000);
    }
    expect(await state()).toBe('released');
    // One, two, four and eight minutes after the try before.
    expect(waits).toEqual([1, 3, 7, 15]);
    expect(await trailOf(storage, 'num_1')).toEqual([
      'number.release-intended',
      'number.release-failed',
      'number.released',
    ]);
    await listenersCalled();
    expect(host.heard.map(([name]) => name)).toEqual([
      ...Array<string>(4).fill('number.release-failed'),
      'number.released',
    ]);
    expect(host.heard[3]?.[1]).toMatchObject({ failure: 'carrier-rejected', attempts: 4 });
    expect(host.failures).toEqual([]);
  });

  test('of a number whose carrier cannot be asked stays open and says why in the trail', async () => {
    const carrier = scriptedCarrier({ finds: ['fails'] });
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('releasing');
    expect(await operation()).toMatchObject({ state: 'unknown', failure: 'carrier-unavailable', calls: 2 });
    clock.pass(HOUR);
    expect(await host.settle()).toEqual({ due: 1, settled: 1, open: 0 });
  });

  test('of a number that is gone at the carrier is certain too', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    carrier.owned.clear();
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('released');
    const [last] = await storage.trail.list({ numberId: 'num_1', limit: 1 });
    expect(last).toMatchObject({ event: 'number.released', reason: 'the carrier has it no more' });
  });

  test('leaves the same digits alone when another purchase has them', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    const foreign = {
      ...own(ONE, 'another program', { voiceUrl: 'https://elsewhere.example' }),
      sid: 'PNforeign',
      emergencyAddress: 'registered' as const,
    };
    carrier.owned.set(ONE, foreign);
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('released');
    expect(carrier.owned.get(ONE)).toBe(foreign);
  });

  test('clears an emergency address first, waits a little, and leaves the rest to the sweep', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    carrier.owned.set(ONE, { ...own(ONE, 'op_bought', { voiceUrl: 'x' }), emergencyAddress: 'registered' });
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('releasing');
    expect(carrier.owned.get(ONE)?.emergencyAddress).toBe('clearing');
    expect(carrier.releaseRequests).toEqual([]);
    await listenersCalled();
    expect(host.heard).toEqual([]);
    clock.pass(HOUR);
    expect(await host.settle()).toMatchObject({ settled: 0, open: 1 });
    carrier.owned.set(ONE, own(ONE, 'op_bought', { voiceUrl: 'x' }));
    clock.pass(HOUR);
    expect(await host.settle()).toMatchObject({ settled: 1 });
    expect(await trailOf(storage, 'num_1')).toEqual([
      'number.release-intended',
      'number.emergency-address-cleared',
      'number.released',
    ]);
  });

  test('goes on after the emergency address could not be cleared', async () => {
    const carrier = scriptedCarrier({ clears: ['fails', 'fails'] });
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    const plain = own(ONE, 'op_bought', { voiceUrl: 'x' });
    carrier.owned.set(ONE, { ...plain, emergencyAddress: 'registered' });
    await host.release({ numberId: 'num_1', ...asked });
    for (const wait of [HOUR, HOUR]) {
      clock.pass(wait);
      await host.settle();
    }
    expect(carrier.owned.get(ONE)?.emergencyAddress).toBe('clearing');
    carrier.owned.set(ONE, plain);
    clock.pass(HOUR);
    await host.settle();
    expect(await state()).toBe('released');
  });

  test('asked for again answers how far it is, and releases nothing twice', async () => {
    const carrier = scriptedCarrier({ releases: ['refused'] });
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    const again = () => host.release({ numberId: 'num_1', ...asked });
    expect([(await again()).outcome, (await again()).outcome]).toEqual(['releasing', 'releasing']);
    clock.pass(HOUR);
    await host.settle();
    expect((await again()).outcome).toBe('released');
    expect(await held(storage, 'acme')).toBe(0);
    expect(carrier.releaseRequests).toHaveLength(2);
  });

  test('by ten callers at once happens once', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO });
    await Promise.all(Array.from({ length: 10 }, () => host.release({ numberId: 'num_1', ...asked })));
    expect(await state()).toBe('released');
    expect(await held(storage, 'acme')).toBe(1);
    expect((await trailOf(storage, 'num_1')).filter((event) => event === 'number.released')).toHaveLength(1);
  });

  test.each([
    ['another tenant’s number', { tenantId: 'other', numberId: 'num_1' }, 'number-not-found'],
    ['a number that is not there', { numberId: 'num_x' }, 'number-not-found'],
    ['a number that is being bought', { numberId: 'num_2' }, 'wrong-state'],
    ['an empty tenant id', { tenantId: '', numberId: 'num_1' }, 'invalid-tenant-id'],
    ['a key with a space', { numberId: 'num_1', idempotencyKey: 'a b' }, 'invalid-purchase'],
  ])('of %s is refused and changes nothing', async (_, request, code) => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO, state: 'buying' });
    await expect(host.release({ ...asked, ...request })).rejects.toMatchObject({ code });
    expect([await state('num_1'), await state('num_2')]).toEqual(['assigned', 'buying']);
    expect(await trailOf(storage, 'num_1')).toEqual([]);
  });

  test('with a key that released another number is a conflict', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier);
    await assignedNumber(storage, carrier, { id: 'num_2', phoneNumber: TWO });
    await host.release({ ...asked, numberId: 'num_1', idempotencyKey: 'k' });
    const second = host.release({ ...asked, numberId: 'num_2', idempotencyKey: 'k' });
    await expect(second).rejects.toMatchObject({ code: 'idempotency-conflict' });
    expect(await state('num_2')).toBe('assigned');
  });

  test('of a pooled number counts for nobody', async () => {
    const carrier = scriptedCarrier();
    const host = lifeHost(storage, carrier.carrier, clock);
    await assignedNumber(storage, carrier, { state: 'pooled', tenantId: null, activatedAt: null });
    expect((await host.release({ numberId: 'num_1', ...asked })).outcome).toBe('released');
    expect((await operation())?.tenantId).toBeNull();
  });
});
