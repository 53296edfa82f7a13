import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import {
  actor,
  DAY,
  type ForwardingWorld,
  forwardingWorld,
  HOUR,
  LINE,
  MINUTE,
  sweep,
} from './forwarding-host.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(engines)('the watch on $name', ({ create }) => {
  let database: TestDatabase;
  let world: ForwardingWorld;
  beforeEach(async () => {
    database = await create();
    world = await forwardingWorld(database, { limits: {}, reclaim: { restDays: 10, afterRest: 'pool' } });
  });
  afterEach(async () => {
    await world.close();
    await database.drop();
  });
  /** Lets the sweeps run every so often for so long. */
  const pass = async (time: number, step = HOUR) => {
    for (let passed = 0; passed < time; passed += step) {
      world.clock.pass(step);
      await sweep(world.kit);
      await world.kit.sweeps.reclaim();
    }
  };
  const status = async (forwardingId: string) =>
    (await world.kit.forwardings.status({ tenantId: 'acme', forwardingId })).status;
  const breaks = () => world.heard.filter(([name]) => name === 'forwarding.broken');

  test('leaves alone what works, and tests it again after a week', async () => {
    const { forwardingId } = await world.verified();
    await pass(6 * DAY);
    expect(world.network.placed).toHaveLength(1);
    await pass(2 * DAY);
    expect(world.network.placed).toHaveLength(2);
    await pass(4 * DAY);
    expect(world.network.placed).toHaveLength(2);
    expect(await status(forwardingId)).toBe('verified');
    expect(breaks()).toEqual([]);
  });

  test('notices within its schedule that a forwarding was removed, and announces it once', async () => {
    const { forwardingId } = await world.verified();
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    await pass(8 * DAY + HOUR);
    expect(await status(forwardingId)).toBe('broken');
    await vi.waitFor(() =>
      expect(breaks()).toMatchObject([['forwarding.broken', { forwardingId, cause: 'turned-off' }]]),
    );
    await pass(3 * DAY);
    expect(breaks()).toHaveLength(1);
    const trail = await world.kit.activity.list({ tenantId: 'acme', limit: 200 });
    expect(trail.filter(({ event }) => event === 'forwarding.broken')).toHaveLength(1);
  });

  test('asks once more after ten minutes before it says so', async () => {
    const { forwardingId } = await world.verified();
    world.network.lines.set(LINE, { does: 'answers', by: 'machine' });
    await pass(7 * DAY, 6 * HOUR);
    await pass(DAY, HOUR);
    const times = world.network.placed.map(({ at }) => at);
    const [, first = 0, second = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(10 * MINUTE);
    expect((await world.kit.forwardings.status({ tenantId: 'acme', forwardingId })).broken).toMatchObject({
      cause: 'voicemail-first',
    });
  });

  test('a test that was wrong once breaks nothing, and one that shows nothing is repeated later and later', async () => {
    const { forwardingId, phoneNumber } = await world.verified();
    await pass(7 * DAY - HOUR, HOUR);
    world.network.lines.set(LINE, { does: 'is-busy' });
    const before = world.network.placed.length;
    await pass(2 * DAY + 6 * HOUR, HOUR);
    expect(world.network.placed.length - before).toBeLessThanOrEqual(5);
    expect(await status(forwardingId)).toBe('verified');
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    const doubted = async () => (await world.storage.forwardings.get(forwardingId))?.doubtedAt;
    for (let passed = 0; passed < DAY && !(await doubted()); passed += 5 * MINUTE) {
      await pass(5 * MINUTE, 5 * MINUTE);
    }
    expect(await doubted()).not.toBeNull();
    world.network.lines.set(LINE, { does: 'forwards', to: phoneNumber });
    await pass(DAY, HOUR);
    expect(await status(forwardingId)).toBe('verified');
    expect(breaks()).toEqual([]);
  });

  test('tests a forwarding once when calls stop that used to come', async () => {
    const { phoneNumber } = await world.verified();
    const number = await world.storage.numbers.findByPhoneNumber(phoneNumber);
    await world.kit.calls.record({
      callSid: 'CAcustomer',
      status: 'completed',
      from: '+12125550111',
      to: phoneNumber,
      direction: 'inbound',
      durationSeconds: 60,
      billedMinutes: 1,
      timestamp: world.clock.now().toISOString(),
    });
    expect(number).toBeDefined();
    await pass(2 * DAY);
    expect(world.network.placed).toHaveLength(1);
    await pass(2 * DAY);
    expect(world.network.placed).toHaveLength(2);
    await pass(3 * DAY);
    expect(world.network.placed).toHaveLength(2);
  });

  test('a broken forwarding that works again is found to, by itself', async () => {
    const { forwardingId, phoneNumber } = await world.verified();
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    await pass(8 * DAY + HOUR);
    expect(await status(forwardingId)).toBe('broken');
    world.network.lines.set(LINE, { does: 'forwards', to: phoneNumber });
    await pass(2 * DAY);
    expect(await status(forwardingId)).toBe('verified');
  });

  test('proves off by itself what was cancelled, and only then its number is released', async () => {
    const { forwardingId } = await world.verified();
    const { number } = await world.kit.forwardings.cancel({ tenantId: 'acme', forwardingId });
    const release = () =>
      world.kit.numbers.release({ numberId: number.id, actor, reason: 'the tenant has left' });
    const transfer = () =>
      world.kit.numbers.transfer({
        numberId: number.id,
        fromTenantId: 'acme',
        toTenantId: 'beta',
        actor,
        reason: 'sold',
      });
    await pass(DAY);
    expect(await status(forwardingId)).toBe('cancelling');
    await expect(release()).rejects.toMatchObject({ code: 'forwarding-not-off' });
    await expect(transfer()).rejects.toMatchObject({ code: 'forwarding-not-off' });
    expect((await world.storage.numbers.get(number.id))?.state).toBe('assigned');
    world.network.lines.set(LINE, { does: 'rings' });
    await pass(2 * DAY);
    expect(await status(forwardingId)).toBe('off');
    expect((await release()).outcome).toMatch(/releas/);
  });

  test('does not ring a stranger day by day whose line somebody has named and cancelled', async () => {
    const request = {
      tenantId: 'acme',
      existingLine: LINE,
      carrierId: 'us-t-mobile',
      condition: 'busy',
    } as const;
    const { forwarding } = await world.kit.forwardings.start(request);
    await world.kit.forwardings.cancel({ tenantId: 'acme', forwardingId: forwarding.id });
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    await pass(7 * DAY);
    const firstWeek = world.network.placed.length;
    await pass(28 * DAY, 6 * HOUR);
    expect(world.network.placed.length - firstWeek).toBeLessThanOrEqual(5);
    expect(await status(forwarding.id)).toBe('cancelling');
  });

  test('keeps a departed tenant’s number resting until its line is proved to forward no more', async () => {
    const { forwardingId } = await world.verified();
    const { number } = await world.kit.forwardings.status({ tenantId: 'acme', forwardingId });
    await world.kit.numbers.startReclaim({ tenantId: 'acme', graceDays: 1, actor, reason: 'it has left' });
    const state = async () => (await world.storage.numbers.get(number.id))?.state;
    await pass(3 * DAY);
    expect([await state(), await status(forwardingId)]).toEqual(['resting', 'cancelling']);
    await pass(20 * DAY, 6 * HOUR);
    expect([await state(), await status(forwardingId)]).toEqual(['resting', 'cancelling']);
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    await pass(2 * DAY, 6 * HOUR);
    expect([await state(), await status(forwardingId)]).toEqual(['pooled', 'off']);
  });

  test('of two processes at once one looks at each forwarding', async () => {
    await world.verified();
    const other = world.start();
    world.clock.pass(8 * DAY);
    const reports = await Promise.all([world.kit, other].map((kit) => kit.sweeps.recheckForwardings()));
    expect(reports.map(({ tested }) => tested).sort()).toEqual([0, 1]);
    await Promise.all([world.kit, other].map((kit) => kit.sweeps.settleForwardingTests()));
    expect(world.network.placed).toHaveLength(2);
  });
});
