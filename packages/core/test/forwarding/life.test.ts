import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pooledNumber } from '../pool/pool-host.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { type ForwardingWorld, forwardingWorld, LINE, VERIFIER } from './forwarding-host.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each(engines)('a forwarding on $name', ({ create }) => {
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

  test('is started, proved, cancelled and proved off, and says so once each', async () => {
    const { kit, network, heard, clock } = world;
    const { forwarding, created } = await kit.forwardings.start({
      tenantId: 'acme',
      existingLine: '(510) 555-0166',
      carrierId: 'us-verizon',
      condition: 'all',
    });
    expect(created).toBe(true);
    expect(forwarding).toMatchObject({
      status: 'setting-up',
      existingLine: { phoneNumber: LINE, country: 'US' },
      number: { phoneNumber: '+15102220001', status: 'active' },
      carrier: { id: 'us-verizon', known: true },
      test: null,
    });
    const request = { tenantId: 'acme', forwardingId: forwarding.id };
    network.lines.set(LINE, { does: 'forwards', to: '+15102220001' });
    const asked = await kit.forwardings.verify(request);
    expect(asked.test).toMatchObject({ purpose: 'on', condition: 'all', outcome: null });
    const on = await world.follow(asked.test.id);
    expect(on).toMatchObject({
      test: { stage: 'done', outcome: 'verified' },
      forwarding: { status: 'verified' },
    });
    expect(network.placed.map(({ order }) => [order.from, order.to])).toEqual([[VERIFIER, LINE]]);

    expect(await kit.forwardings.cancel(request)).toMatchObject({ status: 'cancelling' });
    clock.pass(10_000);
    const still = await world.follow((await kit.forwardings.verify(request)).test.id);
    expect(still).toMatchObject({
      test: { purpose: 'off', outcome: 'still-forwarded', remedy: 'dial-undo' },
      forwarding: { status: 'cancelling' },
    });
    const release = {
      numberId: forwarding.number.id,
      actor: { kind: 'operator', id: 'jo' },
      reason: 'x',
    } as const;
    await expect(kit.numbers.release(release)).rejects.toMatchObject({
      code: 'forwarding-not-off',
      status: 409,
    });

    network.lines.set(LINE, { does: 'answers', by: 'human' });
    clock.pass(10_000);
    const off = await world.follow((await kit.forwardings.verify(request)).test.id);
    expect(off).toMatchObject({ test: { outcome: 'off' }, forwarding: { status: 'off' } });
    expect(await kit.forwardings.list({ tenantId: 'acme' })).toEqual([]);
    await vi.waitFor(() =>
      expect(heard.map(([name]) => name)).toEqual([
        'forwarding.started',
        'forwarding.verified',
        'forwarding.off',
      ]),
    );
    const trail = await kit.activity.list({ tenantId: 'acme', limit: 100 });
    expect(
      trail
        .map(({ event }) => event)
        .filter((event) => event.startsWith('forwarding'))
        .reverse(),
    ).toEqual([
      'forwarding.started',
      'forwarding.test-intended',
      'forwarding.tested',
      'forwarding.verified',
      'forwarding.cancelled',
      'forwarding.test-intended',
      'forwarding.tested',
      'forwarding.test-intended',
      'forwarding.tested',
      'forwarding.off',
    ]);
    expect(JSON.stringify([trail, world.logged])).not.toMatch(/5550166|5550155/);
    expect(world.logged).toEqual([]);
  });

  test('tells each stage of its test to whoever follows it', async () => {
    const { kit, network } = world;
    const { forwarding } = await kit.forwardings.start({
      tenantId: 'acme',
      existingLine: LINE,
      condition: 'all',
    });
    network.lines.set(LINE, { does: 'forwards', to: forwarding.number.phoneNumber, after: 6 });
    const { test: asked } = await kit.forwardings.verify({ tenantId: 'acme', forwardingId: forwarding.id });
    const stages: string[] = [asked.stage];
    const { signal } = new AbortController();
    for await (const { test } of kit.forwardings.follow({ tenantId: 'acme', testId: asked.id, signal })) {
      if (test.stage !== stages.at(-1)) stages.push(test.stage);
    }
    expect(stages).toEqual(['calling', 'ringing', 'done']);
  });

  test('takes an unused number of the tenant’s before one of the pool, and the same one however often it is started', async () => {
    const { kit, storage, network } = world;
    const { id } = await kit.pool.claim({ tenantId: 'acme', areaCode: '510', idempotencyKey: 'own' });
    const start = () => kit.forwardings.start({ tenantId: 'acme', existingLine: LINE });
    const first = await start();
    expect([first.created, first.forwarding.number.id]).toEqual([true, id]);
    const again = await start();
    expect([again.created, again.forwarding.id]).toEqual([false, first.forwarding.id]);
    const changed = await kit.forwardings.start({ tenantId: 'acme', existingLine: LINE, condition: 'all' });
    expect(changed.forwarding).toMatchObject({ id: first.forwarding.id, condition: 'all', number: { id } });
    expect(network.sold).toEqual([]);
    expect((await storage.numbers.listByTenant('acme')).length).toBe(1);
  });

  test('that many processes start at once gets one number, and is created once', async () => {
    const { kit, storage, start } = world;
    const kits = [kit, start()];
    const started = await Promise.all(
      Array.from({ length: 8 }, (_, caller) =>
        (kits[caller % 2] ?? kit).forwardings.start({ tenantId: 'acme', existingLine: LINE }),
      ),
    );
    expect(new Set(started.map(({ forwarding }) => forwarding.id)).size).toBe(1);
    expect(new Set(started.map(({ forwarding }) => forwarding.number.id)).size).toBe(1);
    expect(started.filter(({ created }) => created).length).toBe(1);
    expect((await storage.numbers.listByTenant('acme')).length).toBe(1);
  });

  test('of two lines of a tenant each gets a number of its own', async () => {
    const { kit, storage } = world;
    await storage.numbers.insert(pooledNumber('510', 2));
    const started = await Promise.all(
      [LINE, '+15105550177'].map((existingLine) => kit.forwardings.start({ tenantId: 'acme', existingLine })),
    );
    expect(new Set(started.map(({ forwarding }) => forwarding.number.id)).size).toBe(2);
    expect((await storage.numbers.listByTenant('acme')).length).toBe(2);
  });

  test('buys a number near the line when the pool is empty, once, also when the first start died after buying', async () => {
    const { kit, storage, network, start } = world;
    await kit.pool.claim({ tenantId: 'beta', areaCode: '510', idempotencyKey: 'empty-the-pool' });
    network.carrier.searchNumbers = async () => [offered('+15102203344'), offered('+15102203355')];
    const { carrier } = network;
    // The process is gone right after the purchase took effect: nothing of its answer is ever written.
    const dying = start({
      carrier: {
        ...carrier,
        async buyNumber(order) {
          await carrier.buyNumber(order);
          return new Promise(() => undefined);
        },
      },
    });
    const request = { tenantId: 'acme', existingLine: LINE };
    void dying.forwardings.start(request);
    await vi.waitFor(() => expect(network.sold).toEqual(['+15102203344']));
    world.clock.pass(120_000);
    network.carrier.searchNumbers = async () => [offered('+15102203366')];
    const { forwarding } = await kit.forwardings.start(request);
    expect(forwarding.number).toMatchObject({ phoneNumber: '+15102203344', status: 'pending' });
    await kit.sweeps.settleOperations();
    expect(await kit.forwardings.status({ tenantId: 'acme', forwardingId: forwarding.id })).toMatchObject({
      number: { phoneNumber: '+15102203344', status: 'active' },
    });
    expect(network.sold).toEqual(['+15102203344']);
    expect((await storage.numbers.listByTenant('acme')).length).toBe(1);
  });

  test('remembers what the line was told before: the undo turns it off, and the proof looks where it could hide', async () => {
    const { kit, network } = world;
    const request = { tenantId: 'acme', existingLine: LINE, carrierId: 'us-t-mobile' };
    await kit.forwardings.start({ ...request, condition: 'unanswered' });
    const { forwarding } = await kit.forwardings.start({ ...request, condition: 'all' });
    const keys = forwarding.undo.steps.map((step) => (step.kind === 'dial' ? step.keys : ''));
    expect(keys).toEqual(['##21#', '##004#']);
    const target = { tenantId: 'acme', forwardingId: forwarding.id };
    await kit.forwardings.cancel(target);
    await expect(kit.forwardings.verify({ ...target, condition: 'all' })).rejects.toMatchObject({
      code: 'invalid-forwarding',
    });
    network.lines.set(LINE, { does: 'answers', by: 'human' });
    const early = await world.follow((await kit.forwardings.verify(target)).test.id);
    expect(early).toMatchObject({
      test: { condition: 'unanswered', outcome: 'unclear', remedy: 'let-it-ring' },
      forwarding: { status: 'cancelling' },
    });
    network.lines.set(LINE, { does: 'rings' });
    world.clock.pass(60_000);
    const proved = await world.follow((await kit.forwardings.verify(target)).test.id);
    expect(proved.forwarding.status).toBe('off');
  });

  test('whose number is gone gets another, and has to be proved again', async () => {
    const { kit, storage, network, clock } = world;
    const { forwardingId } = await world.verified();
    const lost = (await kit.forwardings.status({ tenantId: 'acme', forwardingId })).number;
    await storage.numbers.move(lost.id, 'assigned', 'released', {}, clock.now());
    await storage.numbers.insert(pooledNumber('510', 2));
    const { forwarding } = await kit.forwardings.start({ tenantId: 'acme', existingLine: LINE });
    expect(forwarding).toMatchObject({ id: forwardingId, status: 'broken', number: { id: 'num_5100002' } });
    network.lines.set(LINE, { does: 'forwards', to: forwarding.number.phoneNumber });
    clock.pass(5_000);
    const { test } = await kit.forwardings.verify({ tenantId: 'acme', forwardingId });
    expect((await world.follow(test.id)).forwarding).toMatchObject({ status: 'verified', broken: null });
  });

  test('is nobody else’s to look at, test or cancel', async () => {
    const { kit } = world;
    const { forwarding } = await kit.forwardings.start({ tenantId: 'acme', existingLine: LINE });
    const other = { tenantId: 'beta', forwardingId: forwarding.id };
    const code = 'forwarding-not-found';
    await expect(kit.forwardings.status(other)).rejects.toMatchObject({ code });
    await expect(kit.forwardings.verify(other)).rejects.toMatchObject({ code });
    await expect(kit.forwardings.cancel(other)).rejects.toMatchObject({ code });
    const { test } = await kit.forwardings.verify({ tenantId: 'acme', forwardingId: forwarding.id });
    await expect(kit.forwardings.testStatus({ tenantId: 'beta', testId: test.id })).rejects.toMatchObject({
      code: 'test-not-found',
    });
    expect(await kit.forwardings.list({ tenantId: 'beta' })).toEqual([]);
  });
});

function offered(phoneNumber: string) {
  return {
    phoneNumber,
    country: 'US',
    type: 'local',
    locality: 'Oakland',
    region: 'CA',
    postalCode: null,
    latitude: null,
    longitude: null,
    addressRequirement: 'none',
    beta: false,
    capabilities: { voice: true, sms: true, mms: true },
  } as const;
}
