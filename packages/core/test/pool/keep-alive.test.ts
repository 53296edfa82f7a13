import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { createVoiceWebhook, type VoiceWebhook } from '@numberkit/webhook';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallOrder, Carrier, CarrierCall } from '../../src/carrier/index.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { sleepingClock } from '../purchase/host.ts';
import { scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { poolHost, simulatedCarrier, stockUp } from './pool-host.ts';

const DAY = 86_400_000;

/** A carrier on which both ends of a call are listed, as Twilio does it. */
function callingCarrier(now: () => Date) {
  const orders: CallOrder[] = [];
  const answered: (string | undefined)[] = [];
  const calls: CarrierCall[] = [];
  const behaviour: { onCall?: (order: CallOrder) => Promise<void>; refuses: boolean } = { refuses: false };
  const carrier: Carrier = {
    ...scriptedCarrier().carrier,
    async placeCall(order) {
      orders.push(order);
      await behaviour.onCall?.(order);
      if (behaviour.refuses) return { outcome: 'refused', carrierCode: '1', detail: 'no' };
      const call = { from: order.from, to: order.to, startedAt: now(), price: null, durationSeconds: 15 };
      const ends = (['outbound', 'inbound'] as const).map(
        (direction): CarrierCall => ({
          ...call,
          sid: `CA${calls.length}${direction}`,
          direction,
          status: 'completed',
          answeredBy: null,
        }),
      );
      calls.push(...ends);
      return { outcome: 'placed', call: ends[0] as CarrierCall };
    },
    async *listCalls({ to, from, since }) {
      for (const call of [...calls].reverse()) {
        if ((to ?? call.to) !== call.to || (from ?? call.from) !== call.from) continue;
        if ((call.startedAt ?? since) >= since) yield call;
      }
    },
  };
  return { carrier, orders, answered, behaviour };
}

describe.each(engines)('keeping idle numbers alive on $name', ({ create }) => {
  // Numbers of `stockUp` are bought on the first of November.
  const clock = sleepingClock(Date.UTC(2026, 10, 25));
  let database: TestDatabase;
  let hosts: Numberkit[];
  const start = (carrier: Carrier, pool = {}) => {
    const host = poolHost(database.connect(), carrier, clock, { pool });
    hosts.push(host);
    return host;
  };
  beforeEach(async () => {
    database = await create();
    hosts = [];
  });
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await database.drop();
  });

  test('two idle numbers call each other three times, one second apart, and are then left in peace', async () => {
    const { carrier, orders, behaviour } = callingCarrier(clock.now);
    const times: number[] = [];
    const routes: unknown[] = [];
    const host = start(carrier);
    await stockUp(database.connect(), '415', 2);
    behaviour.onCall = async ({ to }) => {
      times.push(clock.now().getTime());
      routes.push((await host.routing.lookup(to))?.agent.kind);
    };
    expect((await host.pool.status()).idleAtRisk).toBe(2);
    expect(await host.pool.keepAlive()).toMatchObject({
      idle: 2,
      called: 3,
      failed: 0,
      atRisk: 0,
      costMicros: 67_500,
    });
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([1_000, 1_000]);
    // The called number answers, but only now, and only because it is expected to.
    expect(routes).toEqual(['say', 'say', 'say']);
    for (const { twiml, timeLimitSeconds } of orders) {
      expect(twiml).toContain('<Pause length="15"/>');
      expect(timeLimitSeconds).toBe(30);
    }
    expect(await host.pool.keepAlive()).toMatchObject({ idle: 0, active: 2, called: 0 });
    expect((await host.pool.status()).idleAtRisk).toBe(0);
    clock.pass(DAY);
    expect(await host.routing.lookup('+14152220000')).toBeUndefined();
    expect(await host.pool.keepAlive()).toMatchObject({ idle: 0, active: 0, called: 0 });
  });

  test('a number claimed meanwhile is not called, and calls that are refused are told', async () => {
    const { carrier, orders, behaviour } = callingCarrier(clock.now);
    const host = start(carrier);
    await stockUp(database.connect(), '415', 2);
    behaviour.refuses = true;
    behaviour.onCall = async () => {
      if (orders.length > 1) return;
      await host.pool.claim({ tenantId: 'acme', phoneNumber: '+14152220000', idempotencyKey: '1' });
    };
    expect(await host.pool.keepAlive()).toMatchObject({ called: 0, failed: 1 });
    expect(orders).toHaveLength(1);
  });

  test('a run stops at the money it may spend', async () => {
    const { carrier, orders } = callingCarrier(clock.now);
    await stockUp(database.connect(), '415', 6);
    const maxCostPerRun = { amountMicros: 50_000, currency: 'USD' };
    const report = await start(carrier, { idle: { maxCostPerRun } }).pool.keepAlive();
    expect(report).toMatchObject({ called: 2, costMicros: 45_000 });
    expect(report.atRisk).toBeGreaterThan(0);
    expect(orders).toHaveLength(2);
  });

  test('by policy, numbers beyond the target are given back instead', async () => {
    const { carrier, orders } = callingCarrier(clock.now);
    await stockUp(database.connect(), '415', 5);
    const host = start(carrier, { targets: { '415': 3 }, idle: { whenIdle: 'release' } });
    expect(await host.pool.keepAlive()).toMatchObject({ released: 2 });
    expect((await host.pool.status()).pooled).toBe(3);
    expect(orders.length).toBeGreaterThan(0);
  });
});

describe('a keep-alive call through the simulated Twilio and the voice webhook', () => {
  test('is answered by the pooled number, while a stranger’s call to it is rejected', async () => {
    const [engine] = engines;
    if (!engine) throw new Error('there is no engine');
    const database = await engine.create();
    const clock = sleepingClock(Date.now());
    let webhook: VoiceWebhook | undefined;
    const simulator: TwilioSimulator = createTwilioSimulator({
      seed: 4,
      fetch: async (input, init) =>
        webhook?.(new Request(input, init)) ?? new Response(null, { status: 500 }),
    });
    const host = poolHost(database.connect(), simulatedCarrier(simulator), clock);
    webhook = createVoiceWebhook({
      routes: host.routing,
      authTokens: simulator.account.authToken,
      publicUrl: 'https://app.example.com/twilio/voice',
      fallback: { kind: 'say', text: 'Please call again.' },
    });
    await host.pool.prebuy({ areaCodes: ['415'], countPerArea: 2 }).summary();
    const [first] = simulator.numbers.owned();
    const stranger = await simulator.calls.dial({ from: '+12125550123', to: first?.phoneNumber ?? '' });
    expect((await stranger.ended).status).toBe('busy');
    clock.pass(21 * DAY);
    expect(await host.pool.keepAlive()).toMatchObject({ called: 3, failed: 0 });
    const inbound = () =>
      simulator.calls
        .list()
        .filter(({ call }) => call.direction === 'inbound' && call.from !== '+12125550123')
        .map(({ call }) => call.status);
    // Speech takes no time in the simulator, so a call that was answered is completed soon.
    await expect.poll(inbound, { timeout: 5_000 }).toEqual(['completed', 'completed', 'completed']);
    await host.close();
    await database.drop();
  });
});
