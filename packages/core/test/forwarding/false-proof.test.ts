import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { type ForwardingWorld, forwardingWorld, LINE, MINUTE } from './forwarding-host.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each(engines)('nothing but its own call proves a forwarding on $name', ({ create }) => {
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
  const start = async (condition: 'all' | 'unanswered') => {
    const { forwarding } = await world.kit.forwardings.start({
      tenantId: 'acme',
      existingLine: LINE,
      condition,
    });
    return forwarding;
  };

  test('another condition is not proved by what proved the one before', async () => {
    const { forwardingId } = await world.verified();
    expect(await start('unanswered')).toMatchObject({ status: 'setting-up', condition: 'unanswered' });
    world.clock.pass(5_000);
    const { test } = await world.kit.forwardings.verify({ tenantId: 'acme', forwardingId });
    expect((await world.follow(test.id)).forwarding.status).toBe('verified');
  });

  test('nor by a test of the one before that ends after the change', async () => {
    const { id: forwardingId, number } = await start('unanswered');
    world.network.lines.set(LINE, { does: 'forwards', to: number.phoneNumber, after: 20 });
    const { test } = await world.kit.forwardings.verify({ tenantId: 'acme', forwardingId });
    await start('all');
    expect(await world.follow(test.id)).toMatchObject({
      test: { condition: 'unanswered', outcome: 'unclear', remedy: 'test-again' },
      forwarding: { status: 'setting-up', condition: 'all' },
    });
    expect(world.heard.map(([name]) => name)).not.toContain('forwarding.verified');
  });

  test('nor is it proved by a call that came back before the cancel code was dialled again', async () => {
    const { forwardingId } = await world.verified();
    const request = { tenantId: 'acme', forwardingId };
    await world.kit.forwardings.cancel(request);
    world.clock.pass(5_000);
    const { test } = await world.kit.forwardings.verify(request);
    expect((await world.follow(test.id)).test.outcome).toBe('still-forwarded');
    expect((await start('all')).status).toBe('setting-up');
  });

  test('the same condition by another code or carrier stays proved', async () => {
    await world.verified();
    const request = {
      tenantId: 'acme',
      existingLine: LINE,
      carrierId: 'us-verizon',
      condition: 'all',
    } as const;
    const { forwarding } = await world.kit.forwardings.start(request);
    expect(forwarding).toMatchObject({ status: 'verified', carrier: { id: 'us-verizon' } });
    world.clock.pass(MINUTE);
  });
});
