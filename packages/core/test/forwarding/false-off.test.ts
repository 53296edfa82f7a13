import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CarrierCall } from '../../src/carrier/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { type ForwardingWorld, forwardingWorld, LINE, MINUTE, VERIFIER } from './forwarding-host.ts';

vi.setConfig({ testTimeout: 60_000 });

const NUMBER = '+15102220001';

const inboundCall = (from: string, startedAt: number): CarrierCall => ({
  sid: 'CAunseen',
  from,
  to: NUMBER,
  direction: 'inbound',
  status: 'completed',
  startedAt: new Date(startedAt),
  durationSeconds: 4,
  price: null,
  answeredBy: null,
});

describe.each(engines)('a forwarding that may still be on is not off on $name', ({ create }) => {
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
  const start = async (condition: 'all' | 'unanswered' | 'busy' | 'unreachable') => {
    const { forwarding } = await world.kit.forwardings.start({
      tenantId: 'acme',
      existingLine: LINE,
      carrierId: 'us-t-mobile',
      condition,
    });
    return { tenantId: 'acme', forwardingId: forwarding.id };
  };
  const verify = async (request: { tenantId: string; forwardingId: string }) =>
    world.follow((await world.kit.forwardings.verify(request)).test.id);
  const release = async (numberId: string) =>
    world.kit.numbers.release({ numberId, actor: { kind: 'operator', id: 'jo' }, reason: 'it has left' });

  test('a person who answers shows nothing about the part for a busy line, which is left to be proved', async () => {
    await start('all');
    const request = await start('busy');
    await world.kit.forwardings.cancel(request);
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    const one = await verify(request);
    expect(one).toMatchObject({
      test: { condition: 'all', outcome: 'unclear', remedy: 'dial-undo' },
      forwarding: { status: 'cancelling', condition: 'busy' },
    });
    await expect(release(one.forwarding.number.id)).rejects.toMatchObject({ code: 'forwarding-not-off' });
    expect(one.forwarding.undo.steps).toMatchObject([{ keys: '##67#' }]);
    world.network.lines.set(LINE, { does: 'is-busy' });
    world.clock.pass(MINUTE);
    const both = await verify(request);
    expect(both).toMatchObject({
      test: { condition: 'busy', outcome: 'off' },
      forwarding: { status: 'off' },
    });
    expect(world.heard.filter(([name]) => name === 'forwarding.off')).toHaveLength(1);
  });

  test('of two parts each is proved by a test of its own', async () => {
    await start('busy');
    const request = await start('unreachable');
    await world.kit.forwardings.cancel(request);
    world.network.lines.set(LINE, { does: 'answers', by: 'machine', after: 1 });
    const one = await verify(request);
    expect(one).toMatchObject({
      test: { condition: 'unreachable', outcome: 'unclear', remedy: 'dial-undo' },
      forwarding: { status: 'cancelling', condition: 'busy' },
    });
    world.network.lines.set(LINE, { does: 'is-busy' });
    world.clock.pass(MINUTE);
    expect((await verify(request)).forwarding.status).toBe('off');
  });

  test('a test from before the line was told once more shows nothing about after', async () => {
    const request = await start('all');
    await world.kit.forwardings.cancel(request);
    const { test } = await world.kit.forwardings.verify(request);
    // While that call rings the owner wants it on, dials the code, and wants it off again.
    world.clock.pass(1_000);
    await start('all');
    await world.kit.forwardings.cancel(request);
    expect(await world.follow(test.id)).toMatchObject({
      test: { outcome: 'unclear', remedy: 'test-again' },
      forwarding: { status: 'cancelling' },
    });
  });

  test('a start that died had shown a code all the same, and it is remembered', async () => {
    const request = await start('busy');
    const code = null;
    await world.storage.forwardings.change(request.forwardingId, { code }, world.clock.now());
    await start('all');
    await world.kit.forwardings.cancel(request);
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    expect(await verify(request)).toMatchObject({ forwarding: { status: 'cancelling', condition: 'busy' } });
  });

  test('the carrier’s clock is behind, and our webhook did not see the call: the carrier’s list did', async () => {
    const request = await start('all');
    await world.kit.forwardings.cancel(request);
    world.network.lines.set(LINE, { does: 'answers', by: 'human', after: 2 });
    world.network.behind.milliseconds = 8_000;
    const { test } = await world.kit.forwardings.verify(request);
    world.network.inbound.push(inboundCall('+12125550111', world.clock.now().getTime() - 8_000));
    expect(await world.follow(test.id)).toMatchObject({
      test: { outcome: 'unclear' },
      forwarding: { status: 'cancelling' },
    });
  });

  test.each([
    ['a customer', '+12125550111'],
    ['the carrier, asking whether we answer', LINE],
  ])('who called a moment before the test is no sign of a forwarding: %s', async (_who, from) => {
    const request = await start('all');
    world.network.inbound.push(inboundCall(from, world.clock.now().getTime() - 2_000));
    await world.kit.forwardings.cancel(request);
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    expect((await verify(request)).forwarding.status).toBe('off');
  });

  test('a carrier’s clock that is fast makes no short ring a long one', async () => {
    const request = await start('unanswered');
    await world.kit.forwardings.cancel(request);
    const { test } = await world.kit.forwardings.verify(request);
    world.clock.pass(10_000);
    await world.kit.forwardings.testStatus({ tenantId: 'acme', testId: test.id });
    world.clock.pass(5_000);
    await world.kit.calls.record({
      callSid: world.network.placed[0]?.sid ?? '',
      status: 'no-answer',
      from: VERIFIER,
      to: LINE,
      direction: 'outbound-api',
      durationSeconds: 0,
      billedMinutes: 0,
      timestamp: new Date(world.clock.now().getTime() + MINUTE).toISOString(),
    });
    expect(await world.follow(test.id)).toMatchObject({
      test: { outcome: 'no-answer' },
      forwarding: { status: 'cancelling' },
    });
  });

  test('a call that came back in the test before is not taken for one of this test', async () => {
    const { forwardingId, phoneNumber } = await world.verified();
    const request = { tenantId: 'acme', forwardingId };
    await world.kit.forwardings.cancel(request);
    world.clock.pass(5_000);
    expect((await verify(request)).test.outcome).toBe('still-forwarded');
    expect(phoneNumber).toBe(NUMBER);
    world.network.lines.set(LINE, { does: 'answers', by: 'human' });
    world.clock.pass(5_000);
    expect((await verify(request)).forwarding.status).toBe('off');
  });
});
