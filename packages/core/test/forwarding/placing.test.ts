import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isNumberkitError } from '../../src/errors.ts';
import { pooledNumber } from '../pool/pool-host.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { DAY, type ForwardingWorld, forwardingWorld, LINE, MINUTE, VERIFIER } from './forwarding-host.ts';
import type { PlaceStep } from './scripted-network.ts';

vi.setConfig({ testTimeout: 120_000 });

const NUMBER = '+15102220001';

describe.each(engines)('placing test calls on $name', ({ create }) => {
  let database: TestDatabase;
  let world: ForwardingWorld;
  beforeEach(async () => {
    database = await create();
    world = await forwardingWorld(database);
  });
  afterEach(async () => {
    await world.close();
    await database.drop();
  });
  const start = async (existingLine = LINE, tenantId = 'acme') => {
    const request = { tenantId, existingLine, condition: 'all' } as const;
    const { forwarding } = await world.kit.forwardings.start(request);
    return { tenantId, forwardingId: forwarding.id };
  };

  test('20 verifications of one line at once, in two processes, place one call', async () => {
    const request = await start();
    const kits = [world.kit, world.start()];
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, caller) => (kits[caller % 2] ?? world.kit).forwardings.verify(request)),
    );
    expect(new Set(asked.map(({ test }) => test.id)).size).toBe(1);
    const [first] = asked;
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    await Promise.all(
      kits.map((kit) => kit.forwardings.testStatus({ tenantId: 'acme', testId: first?.test.id ?? '' })),
    );
    await world.follow(first?.test.id ?? '');
    expect(world.network.placed).toHaveLength(1);
    const used = await world.storage.limits.used({ key: 'forwarding-tests:all', window: '2026-11-22' });
    expect(used).toBe(1);
  });

  test('1,000 attempts of one tenant cost at most the limit', async () => {
    const lines = [LINE, '+15105550171', '+15105550172', '+15105550173'];
    const requests: { tenantId: string; forwardingId: string }[] = [];
    for (const [place, line] of lines.entries()) {
      await world.storage.numbers.insert(pooledNumber('510', place + 2));
      requests.push(await start(line));
      world.network.lines.set(line, { does: 'answers', by: 'human', after: 1 });
    }
    const refused = new Map<string, number>();
    for (let round = 0; round < 50; round += 1) {
      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, (_, caller) => {
          const request = requests[caller % 4];
          return request ? world.kit.forwardings.verify(request) : undefined;
        }),
      );
      for (const attempt of attempts) {
        if (attempt.status === 'fulfilled') continue;
        const code = isNumberkitError(attempt.reason) ? attempt.reason.code : String(attempt.reason);
        refused.set(code, (refused.get(code) ?? 0) + 1);
      }
      await world.kit.sweeps.settleForwardingTests();
      world.clock.pass(2 * MINUTE);
    }
    expect(world.network.placed).toHaveLength(20);
    expect([...refused.keys()].sort()).toEqual(['test-limit-reached', 'test-too-soon']);
    world.clock.pass(DAY);
    const [again] = requests;
    if (again) await world.kit.forwardings.verify(again);
    expect(world.network.placed).toHaveLength(21);
  });

  test('100 lines of one tenant get as many numbers as the tenant may have', async () => {
    const kit = world.start({ limits: { numbersPerTenant: 3 } });
    for (let place = 2; place < 10; place += 1)
      await world.storage.numbers.insert(pooledNumber('510', place));
    const started = await Promise.allSettled(
      Array.from({ length: 100 }, (_, place) =>
        kit.forwardings.start({
          tenantId: 'acme',
          existingLine: `+1510555${String(place + 3000)}`,
        }),
      ),
    );
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await world.storage.numbers.listByTenant('acme')).toHaveLength(3);
    expect(await kit.forwardings.list({ tenantId: 'acme' })).toHaveLength(3);
    expect(world.network.sold).toEqual([]);
  });

  test('a limit on money bounds them too, and so do one line’s and everybody’s', async () => {
    const limits = [
      [{ spendPerTenantPerDay: { amountMicros: 100_000, currency: 'USD' } }, 2],
      [{ testsPerLinePerDay: 3 }, 3],
      [{ testsPerDay: 1 }, 1],
    ] as const;
    await start();
    world.network.lines.set(LINE, { does: 'answers', by: 'human', after: 1 });
    let before = 0;
    for (const [bounds, most] of limits) {
      const kit = world.start({ forwarding: { verifier: VERIFIER, limits: bounds } });
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const [forwarding] = await kit.forwardings.list({ tenantId: 'acme' });
        const request = { tenantId: 'acme', forwardingId: forwarding?.id ?? '' };
        const asked = kit.forwardings.verify(request);
        if (attempt < most) await world.follow((await asked).test.id);
        else await expect(asked).rejects.toMatchObject({ code: 'test-limit-reached', status: 429 });
        world.clock.pass(10 * MINUTE);
      }
      expect(world.network.placed.length - before).toBe(most);
      before = world.network.placed.length;
      world.clock.pass(DAY);
    }
  });

  test('a line that is not proved is tested again after 30 seconds, then 1, 2 and 5 minutes; a proved one after 5', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'is-busy' });
    const waits = [30, 60, 120, 300, 300];
    for (const wait of waits) {
      await world.follow((await world.kit.forwardings.verify(request)).test.id);
      world.clock.pass((wait - 1) * 1_000);
      await expect(world.kit.forwardings.verify(request)).rejects.toMatchObject({
        code: 'test-too-soon',
        retryAfterSeconds: 1,
      });
      world.clock.pass(1_000);
    }
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    await world.follow((await world.kit.forwardings.verify(request)).test.id);
    world.clock.pass(5_000);
    expect((await world.kit.forwardings.verify(request)).test.outcome).toBeNull();
  });

  test('calls of all tenants take turns, a second apart', async () => {
    const requests: { tenantId: string; forwardingId: string }[] = [];
    for (let place = 0; place < 4; place += 1) {
      await world.storage.numbers.insert(pooledNumber('510', place + 2));
      requests.push(await start(`+1510555018${place}`, `tenant-${place}`));
    }
    const asked = await Promise.all(requests.map((request) => world.kit.forwardings.verify(request)));
    const turns = asked.map(({ test }) => Date.parse(test.placedAt)).sort((a, b) => a - b);
    expect(turns.map((turn) => turn - (turns[0] ?? 0))).toEqual([0, 1_000, 2_000, 3_000]);
    await world.kit.sweeps.settleForwardingTests();
    const times = world.network.placed.map(({ at }) => at).sort((a, b) => a - b);
    expect(times).toHaveLength(4);
    for (const [place, time] of times.entries()) {
      // Whoever drives them looks twice a second.
      expect(time - (times[place - 1] ?? 0)).toBeGreaterThanOrEqual(500);
    }
  });

  test.each<[PlaceStep, number, string]>([
    ['lost-after', 1, 'verified'],
    ['lost-before', 0, 'unclear'],
    ['refused', 0, 'blocked'],
  ])('after the answer %s the order is never repeated: %i calls, %s', async (step, calls, outcome) => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    world.network.steps.push(step);
    const { test } = await world.follow((await world.kit.forwardings.verify(request)).test.id);
    expect(test.outcome).toBe(outcome);
    expect(world.network.placed).toHaveLength(calls);
  });

  test.each<[string, boolean, string]>([
    ['between the intent and the call', false, 'unclear'],
    ['between the call and its note', true, 'verified'],
  ])('a process that dies %s never makes another place it twice', async (_, placed, outcome) => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    const { carrier } = world.network;
    let orders = 0;
    const dying = world.start({
      carrier: {
        ...carrier,
        async placeCall(order) {
          orders += 1;
          if (placed) await carrier.placeCall(order);
          return new Promise(() => undefined);
        },
      },
    });
    void dying.forwardings.verify(request);
    await vi.waitFor(() => expect(orders).toBe(1));
    const { test: asked } = await world.kit.forwardings.verify(request);
    expect(asked.stage).toBe('calling');
    world.clock.pass(31_000);
    const { test } = await world.follow(asked.id);
    expect(test).toMatchObject({ id: asked.id, outcome });
    expect(world.network.placed).toHaveLength(placed ? 1 : 0);
  });

  test('a test whose turn nobody took takes another, and is placed once', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    await world.storage.numbers.insert(pooledNumber('510', 2));
    const other = await start('+15105550177');
    // The second test waits for its turn while nobody drives it.
    await world.kit.forwardings.verify(request);
    const second = await world.kit.forwardings.verify(other);
    world.clock.pass(10 * MINUTE);
    await world.kit.sweeps.settleForwardingTests();
    const { test } = await world.kit.forwardings.testStatus({ tenantId: 'acme', testId: second.test.id });
    expect(test.stage).toBe('done');
    expect(world.network.placed).toHaveLength(2);
  });

  test('two tests of different lines of one number come one after the other', async () => {
    const first = await start();
    const open = await world.kit.forwardings.verify(first);
    // The number went to another line meanwhile, while a test of the first is still open.
    const forwarding = await world.storage.forwardings.get(first.forwardingId);
    if (!forwarding?.numberId) throw new Error('no number');
    await world.storage.forwardings.change(first.forwardingId, { status: 'off' }, world.clock.now());
    const second = await start('+15105550177');
    expect((await world.storage.forwardings.get(second.forwardingId))?.numberId).toBe(forwarding.numberId);
    await expect(world.kit.forwardings.verify(second)).rejects.toMatchObject({ code: 'line-being-tested' });
    expect(world.network.placed).toHaveLength(1);
    world.clock.pass(3 * MINUTE);
    await world.follow(open.test.id);
    expect((await world.kit.forwardings.verify(second)).test.forwardingId).toBe(second.forwardingId);
    expect(world.network.placed).toHaveLength(2);
  });

  test('a line of another tenant’s that is in a test is not called a second time', async () => {
    const ours = await start();
    await world.storage.numbers.insert(pooledNumber('510', 2));
    const theirs = await start(LINE, 'beta');
    await world.kit.forwardings.verify(ours);
    await expect(world.kit.forwardings.verify(theirs)).rejects.toMatchObject({ code: 'line-being-tested' });
    expect(world.network.placed).toHaveLength(1);
  });

  test.each([
    ['a premium number', '+19005550123', 'line-not-allowed'],
    ['a toll-free number', '+18005550123', 'line-not-allowed'],
    ['a satellite phone', '+881612345678', 'line-not-allowed'],
    ['a country that is not allowed', '+442079460123', 'line-not-allowed'],
    ['an island with the same country code', '+18765550123', 'line-not-allowed'],
    ['a short code', '911', 'invalid-line'],
    ['one of our own', NUMBER, 'line-is-ours'],
    ['the verifier', VERIFIER, 'line-is-ours'],
  ])('%s is refused before anything is called or bought', async (_, existingLine, code) => {
    const { kit, network, storage } = world;
    await expect(kit.forwardings.start({ tenantId: 'acme', existingLine })).rejects.toMatchObject({ code });
    await expect(kit.forwardings.checkLine({ tenantId: 'acme', existingLine })).rejects.toMatchObject({
      code,
    });
    expect([network.placed, network.sold, network.lookedUp]).toEqual([[], [], []]);
    expect(await storage.numbers.listByTenant('acme')).toEqual([]);
  });

  test('a country that is no longer allowed is not called any more', async () => {
    const request = await start();
    const stricter = world.start({ forwarding: { verifier: VERIFIER, countries: ['CA'] } });
    await expect(stricter.forwardings.verify(request)).rejects.toMatchObject({ code: 'line-not-allowed' });
    expect(world.network.placed).toEqual([]);
  });

  test('the verifier is one of the pool unless the host names one, and without one nothing is called', async () => {
    const request = await start();
    const kit = world.start({ forwarding: {} });
    await expect(kit.forwardings.verify(request)).rejects.toMatchObject({ code: 'no-verifier' });
    await world.storage.numbers.insert(pooledNumber('415', 7));
    await kit.forwardings.verify(request);
    expect(world.network.placed.map(({ order }) => order.from)).toEqual(['+14152220007']);
  });

  test('a look-up is made where the host wants it, suggests the carrier, and is counted', async () => {
    const kit = world.start({
      forwarding: { verifier: VERIFIER, lookup: true, limits: { testsPerLinePerDay: 2 } },
    });
    const ask = () => kit.forwardings.checkLine({ tenantId: 'acme', existingLine: LINE });
    expect((await ask()).suggestion).toEqual({ carrierId: 'us-verizon', lineKind: 'mobile' });
    expect(
      (await world.kit.forwardings.checkLine({ tenantId: 'acme', existingLine: LINE })).suggestion,
    ).toBeNull();
    await ask();
    // Whoever names a line too often must not keep its owner from going on.
    expect((await ask()).suggestion).toBeNull();
    expect(world.network.lookedUp).toEqual([LINE, LINE]);
  });
});
