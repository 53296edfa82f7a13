import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { type ForwardingWorld, forwardingWorld, LINE, MINUTE, VERIFIER } from './forwarding-host.ts';
import type { LineBehaviour } from './scripted-network.ts';

vi.setConfig({ testTimeout: 60_000 });

const NUMBER = '+15102220001';

describe.each(engines)('the proof of a forwarding on $name', ({ create }) => {
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
  const start = async (condition: 'all' | 'unanswered' = 'all') => {
    const { forwarding } = await world.kit.forwardings.start({
      tenantId: 'acme',
      existingLine: LINE,
      condition,
    });
    return { tenantId: 'acme', forwardingId: forwarding.id };
  };
  const verify = async (request: { tenantId: string; forwardingId: string }) =>
    world.follow((await world.kit.forwardings.verify(request)).test.id);

  test.each<[string, 'all' | 'unanswered', LineBehaviour, string]>([
    ['a person who picks up', 'all', { does: 'answers', by: 'human' }, 'not-forwarded'],
    ['the carrier’s voicemail', 'all', { does: 'answers', by: 'machine', after: 20 }, 'voicemail-answered'],
    [
      'a voicemail after some rings',
      'unanswered',
      { does: 'answers', by: 'machine', after: 25 },
      'voicemail-answered',
    ],
    ['a line in use', 'all', { does: 'is-busy' }, 'busy'],
    ['a line that rings out', 'all', { does: 'rings' }, 'not-forwarded'],
    ['a line that rings out', 'unanswered', { does: 'rings' }, 'not-forwarded'],
    ['a forwarding to somebody else', 'all', { does: 'answers', by: 'human', after: 1 }, 'not-forwarded'],
  ])('is never seen in %s (%s)', async (_, condition, line, outcome) => {
    const request = await start(condition);
    world.network.lines.set(LINE, line);
    const { test, forwarding } = await verify(request);
    expect(test).toMatchObject({ stage: 'done', outcome });
    expect(test.remedy).not.toBeNull();
    expect(forwarding).toMatchObject({ status: 'setting-up', verifiedAt: null });
    expect(world.heard.map(([name]) => name)).not.toContain('forwarding.verified');
  });

  test('is the leg alone: it counts as soon as it is there, and our call is ended at once', async () => {
    const request = await start('unanswered');
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER, after: 25 });
    const { test, forwarding } = await verify(request);
    expect(test).toMatchObject({ outcome: 'verified', remedy: null });
    expect(forwarding.status).toBe('verified');
    await vi.waitFor(() =>
      expect(world.network.placed[0]?.over ?? world.network.inbound.length).toBeTruthy(),
    );
    expect(world.network.inbound).toMatchObject([{ from: VERIFIER, to: NUMBER }]);
  });

  test('holds when the carrier shows the line itself as the caller and our call ends with the hold', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER, shows: LINE });
    expect((await verify(request)).test.outcome).toBe('verified');
  });

  test('is not the owner calling us while the carrier’s voicemail takes the test call', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'answers', by: 'machine', after: 4 });
    const { test } = await world.kit.forwardings.verify(request);
    world.clock.pass(2_000);
    expect(await world.call({ callSid: 'CAowner', from: LINE, to: NUMBER })).toMatchObject({ kind: 'hold' });
    const done = await world.follow(test.id);
    expect(done.test.outcome).toBe('voicemail-answered');
    expect(done.forwarding.status).toBe('setting-up');
  });

  test('a stranger’s call during the test gets the agent, and proves nothing', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'answers', by: 'human', after: 6 });
    const { test } = await world.kit.forwardings.verify(request);
    expect(await world.call({ to: NUMBER })).toEqual({ kind: 'agent' });
    expect(await world.call({ to: NUMBER, from: 'anonymous' })).toEqual({ kind: 'agent' });
    expect((await world.follow(test.id)).test.outcome).toBe('not-forwarded');
  });

  test('the carrier’s activation call is told that it worked, and so is one that comes during a queued test', async () => {
    await start();
    const answer = await world.call({ to: NUMBER, from: LINE });
    expect(answer).toMatchObject({
      kind: 'say',
      language: 'en-US',
      text: expect.stringContaining('forwarded'),
    });
    expect(await world.call({ to: NUMBER })).toEqual({ kind: 'agent' });
    world.clock.pass(25 * 60 * MINUTE);
    expect(await world.call({ to: NUMBER, from: LINE })).toEqual({ kind: 'agent' });
  });

  test('a leg that arrives just after its test has ended is turned away as well', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'is-busy' });
    await verify(request);
    expect(await world.call({ to: NUMBER, from: VERIFIER })).toEqual({ kind: 'reject' });
    world.clock.pass(3 * MINUTE);
    expect(await world.call({ to: NUMBER, from: VERIFIER })).toEqual({ kind: 'agent' });
  });

  test('a call that is told twice is one leg, not a loop', async () => {
    const request = await start();
    const { test } = await world.kit.forwardings.verify(request);
    const leg = { callSid: 'CAleg', from: VERIFIER, to: NUMBER };
    expect(await Promise.all([world.call(leg), world.call(leg)])).toEqual([
      { kind: 'reject' },
      { kind: 'reject' },
    ]);
    expect((await world.follow(test.id)).test.outcome).toBe('verified');
  });

  test('a loop is told by the network’s own word at the end of the call', async () => {
    const request = await start();
    const { test } = await world.kit.forwardings.verify(request);
    const [placed] = world.network.placed;
    await world.kit.calls.record({
      callSid: placed?.sid ?? '',
      status: 'failed',
      from: VERIFIER,
      to: LINE,
      direction: 'outbound-api',
      durationSeconds: 0,
      billedMinutes: 0,
      timestamp: world.clock.now().toISOString(),
      sipResponseCode: 482,
    });
    expect((await world.follow(test.id)).test).toMatchObject({ outcome: 'loop', remedy: 'break-loop' });
  });

  test('that it is off is not believed while the carrier does not say which calls came in', async () => {
    const { forwardingId } = await world.verified();
    const request = { tenantId: 'acme', forwardingId };
    await world.kit.forwardings.cancel(request);
    world.clock.pass(10_000);
    // Our webhook was down: the leg came in, and nobody noted it.
    world.network.lines.set(LINE, { does: 'rings' });
    world.network.down.lists = true;
    const { test } = await verify(request);
    expect(test).toMatchObject({ purpose: 'off', outcome: 'unclear' });
    world.network.down.lists = false;
    world.clock.pass(10_000);
    expect((await verify(request)).forwarding.status).toBe('off');
  });

  test('also while its number rests, and while its tenant has no agent, test calls are seen', async () => {
    await world.kit.tenants.put({ id: 'acme', agent: null });
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    expect((await verify(request)).test.outcome).toBe('verified');
    expect((await world.kit.routing.lookup(NUMBER))?.agent).toMatchObject({ kind: 'say' });
    world.clock.pass(25 * 60 * MINUTE);
    expect(await world.kit.routing.lookup(NUMBER)).toBeUndefined();
  });

  test('an activation call that was answered is not the first call of a customer, nor anybody’s usage', async () => {
    await start();
    const proven: unknown[] = [];
    world.kit.on('number.proven', (event) => void proven.push(event));
    const report = (callSid: string, from: string) =>
      world.kit.calls.record({
        callSid,
        from,
        to: NUMBER,
        status: 'completed',
        direction: 'inbound',
        durationSeconds: 9,
        billedMinutes: 1,
        timestamp: world.clock.now().toISOString(),
      });
    const activation = { callSid: 'CAactivation', from: LINE, to: NUMBER };
    expect(await world.call(activation)).toMatchObject({ kind: 'say' });
    await report('CAactivation', LINE);
    expect(await world.kit.calls.list()).toHaveLength(1);
    await report('CAcustomer', '+12125550111');
    await vi.waitFor(() => expect(proven).toHaveLength(1));
    const trail = await world.kit.activity.list({ tenantId: 'acme', limit: 50 });
    expect(trail.find(({ event }) => event === 'number.proven')?.data).toEqual({ callSid: 'CAcustomer' });
    expect(await world.kit.calls.usage({ tenantId: 'acme' })).toMatchObject([{ calls: 1, answered: 1 }]);
  });

  test('nor is a test call that was held, or turned away, a call of the tenant’s', async () => {
    const request = await start();
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER, shows: LINE });
    expect((await verify(request)).test.outcome).toBe('verified');
    world.network.lines.set(LINE, { does: 'forwards', to: NUMBER });
    world.clock.pass(10_000);
    expect((await verify(request)).test.outcome).toBe('verified');
    await world.kit.sweeps.fillCalls();
    expect(await world.kit.calls.list()).toMatchObject([
      { callSid: 'CAin1', tenantId: null },
      { callSid: 'CAin0', tenantId: null, answered: true },
    ]);
    const trail = await world.kit.activity.list({ tenantId: 'acme', limit: 50 });
    expect(trail.map(({ event }) => event)).not.toContain('number.proven');
  });

  test('statistics count each forwarding once for each code', async () => {
    await world.verified();
    expect(await world.kit.forwardings.stats()).toMatchObject([{ condition: 'all', verified: 1, failed: 0 }]);
  });
});
