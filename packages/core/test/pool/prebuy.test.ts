import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Carrier } from '../../src/carrier/index.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { sleepingClock } from '../purchase/host.ts';
import { look, poolHost, simulatedCarrier } from './pool-host.ts';

async function readAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const AREAS = ['415', '510', '212', '646', '312'];

describe.each(engines)('filling the pool on $name', ({ create }) => {
  let simulator: TwilioSimulator;
  let database: TestDatabase;
  let hosts: Numberkit[];
  const clock = sleepingClock(Date.now());
  const start = (carrier: Carrier = simulatedCarrier(simulator), change = {}) => {
    const host = poolHost(database.connect(), carrier, clock, change);
    hosts.push(host);
    return host;
  };
  const billed = () => simulator.bill.entries().map(({ phoneNumber }) => phoneNumber);
  const ownedIn = (areaCode: string) =>
    simulator.numbers.owned().filter(({ phoneNumber }) => phoneNumber.slice(2, 5) === areaCode).length;

  beforeEach(async () => {
    simulator = createTwilioSimulator({ seed: 5 });
    database = await create();
    hosts = [];
  });
  afterEach(async () => {
    await Promise.all(hosts.map((each) => each.close()));
    await database.drop();
  });

  test('the bill comes first, and a dry run ends with it', async () => {
    const steps = await readAll(
      start().pool.prebuy({ areaCodes: ['415', '510'], countPerArea: 10, dryRun: true }),
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['planned', 'finished']);
    expect(steps[0]).toMatchObject({
      areas: [
        { areaCode: '415', target: 10, pooled: 0, missing: 10 },
        { areaCode: '510', target: 10, pooled: 0, missing: 10 },
      ],
      monthlyCost: [{ amountMicros: 20 * 1_150_000, currency: 'USD' }],
    });
    expect(billed()).toEqual([]);
  });

  test('each number is told as it is bought, points at the webhook, and is nobody’s', async () => {
    const host = start();
    const steps = await readAll(host.pool.prebuy({ areaCodes: ['415'], countPerArea: 3 }));
    expect(steps.map(({ kind }) => kind)).toEqual([
      'planned',
      'bought',
      'bought',
      'bought',
      'area',
      'finished',
    ]);
    expect(billed()).toHaveLength(3);
    for (const owned of simulator.numbers.owned()) {
      expect(owned.voiceUrl).toBe('https://app.example.com/twilio/voice');
      expect(await host.routing.lookup(owned.phoneNumber)).toBeUndefined();
    }
    expect(await host.pool.status()).toMatchObject({ pooled: 3, buying: 0 });
    const again = await host.pool.prebuy({ areaCodes: ['415'], countPerArea: 3 }).summary();
    expect(again).toMatchObject({ bought: 0, monthlyCost: [] });
    expect(billed()).toHaveLength(3);
  });

  test('three processes that prebuy the same at once end with exactly that, and a bill for exactly that', async () => {
    const runs = await Promise.all(
      [start(), start(), start()].map((host) =>
        host.pool.prebuy({ areaCodes: ['415', '510'], countPerArea: 6 }).summary(),
      ),
    );
    expect(runs.reduce((sum, run) => sum + run.bought, 0)).toBe(12);
    for (const run of runs) {
      expect(run.areas).toMatchObject([
        { pooled: 6, buying: 0, problem: null },
        { pooled: 6, buying: 0, problem: null },
      ]);
    }
    expect(billed()).toHaveLength(12);
    expect(new Set(billed()).size).toBe(12);
    expect([ownedIn('415'), ownedIn('510')]).toEqual([6, 6]);
  }, 60_000);

  test('with resets and 5xx before and after the effect the count and the bill are still exact', async () => {
    const match = { method: 'POST', path: '*/IncomingPhoneNumbers.json' };
    const effects = [
      { kind: 'reset' },
      { kind: 'status', status: 503 },
      { kind: 'status', status: 500 },
    ] as const;
    for (const [index, effect] of effects.entries()) {
      for (const when of ['before', 'after'] as const) {
        simulator.faults.add({ match, when, effect, probability: 0.15, seed: 10 * index + when.length });
      }
    }
    const order = { areaCodes: ['415', '212'], countPerArea: 8 };
    const runs = await Promise.all([start(), start()].map((host) => host.pool.prebuy(order).summary()));
    for (const { pooled, buying } of runs.flatMap(({ areas }) => areas)) {
      expect(pooled + buying).toBeLessThanOrEqual(8);
    }
    // A purchase whose every answer was lost may still be open when a run ends; the sweep settles it, and the order sent
    // again fills what that leaves.
    clock.pass(120_000);
    await start().sweeps.settleOperations();
    const last = await start().pool.prebuy(order).summary();
    expect(last.areas).toMatchObject([
      { pooled: 8, buying: 0 },
      { pooled: 8, buying: 0 },
    ]);
    expect([ownedIn('415'), ownedIn('212')]).toEqual([8, 8]);
    expect(billed()).toHaveLength(16);
  }, 120_000);

  test.each(['before', 'after'] as const)(
    'fifty numbers, killed halfway %s the carrier took effect and started again: exactly fifty, and a bill for fifty',
    async (when) => {
      const carrier = simulatedCarrier(simulator);
      let orders = 0;
      const dying: Carrier = {
        ...carrier,
        // The process is gone in the middle of its 24th call: nothing after it is ever written.
        async buyNumber(order) {
          orders += 1;
          if (orders === 24) {
            if (when === 'after') await carrier.buyNumber(order);
            return new Promise(() => undefined);
          }
          return carrier.buyNumber(order);
        },
      };
      const dead = start(dying).pool.prebuy({ areaCodes: AREAS, countPerArea: 10 });
      let bought = 0;
      for await (const step of dead) {
        if (step.kind === 'bought') bought += 1;
        if (bought === 23) break;
      }
      // One more intent is committed and hangs in its call for ever.
      const hanging = start(dying)
        .pool.prebuy({ areaCodes: ['212'], countPerArea: 10 })
        [Symbol.asyncIterator]();
      await hanging.next();
      void hanging.next();
      await expect.poll(() => orders).toBe(24);
      const summary = await start().pool.prebuy({ areaCodes: AREAS, countPerArea: 10 }).summary();
      expect(summary.areas.map(({ pooled, buying, problem }) => [pooled, buying, problem])).toEqual(
        AREAS.map(() => [10, 0, null]),
      );
      expect(billed()).toHaveLength(50);
      expect(AREAS.map(ownedIn)).toEqual([10, 10, 10, 10, 10]);
      const known = await look(database.connect(), ({ pooled }) => pooled.stock());
      expect(known.reduce((sum, area) => sum + area.pooled, 0)).toBe(50);
    },
    120_000,
  );

  test('an area code that fails does not stop the others', async () => {
    const carrier = simulatedCarrier(simulator);
    const failing: Carrier = {
      ...carrier,
      async searchNumbers(query) {
        return query.areaCode === '510' ? [] : carrier.searchNumbers(query);
      },
    };
    const summary = await start(failing)
      .pool.prebuy({ areaCodes: ['510', '415'], countPerArea: 2 })
      .summary();
    expect(summary.areas).toMatchObject([
      { areaCode: '510', bought: 0, problem: 'sold-out' },
      { areaCode: '415', bought: 2, problem: null },
    ]);
  });

  test('the daily limit on purchases stops the pool too, and says so', async () => {
    const host = start(undefined, { limits: { purchasesPerDay: 3 } });
    const summary = await host.pool.prebuy({ areaCodes: ['415'], countPerArea: 5 }).summary();
    expect(summary.areas).toMatchObject([{ bought: 3, problem: 'limit-reached' }]);
    expect(billed()).toHaveLength(3);
  });

  test('area codes that are none are all named before anything is bought', async () => {
    const order = start().pool.prebuy({ areaCodes: ['415', '000', '800'], countPerArea: 1 });
    await expect(order.summary()).rejects.toMatchObject({
      code: 'invalid-prebuy',
      fields: [{ field: 'areaCodes.1' }, { field: 'areaCodes.2' }],
    });
    expect(() => start().pool.prebuy({ areaCodes: ['415'], countPerArea: 0 })).toThrow(/countPerArea/);
    expect(billed()).toEqual([]);
  });

  test('a replenishment fills fixed targets and what demand asks for, within its budget, once', async () => {
    const policy = {
      pool: {
        targets: { '415': 2 },
        demand: { windowDays: 28, coverDays: 7 },
        budget: { amountMicros: 8_050_000, currency: 'USD' },
      },
    };
    const host = start(undefined, policy);
    for (let miss = 0; miss < 20; miss += 1) {
      const claim = host.pool.claim({ tenantId: 'acme', areaCode: '212', idempotencyKey: `k${miss}` });
      await expect(claim).rejects.toMatchObject({ code: 'pool-empty' });
    }
    const planned = await host.pool.replenish({ dryRun: true });
    expect(planned).toMatchObject({ dryRun: true, bought: 0 });
    expect(billed()).toEqual([]);
    const [first, second] = await Promise.all(
      [host, start(undefined, policy)].map((each) => each.sweeps.replenishPool()),
    );
    expect((first?.bought ?? 0) + (second?.bought ?? 0)).toBe(7);
    expect(billed()).toHaveLength(7);
    expect(ownedIn('415')).toBe(2);
    expect(ownedIn('212')).toBe(5);
    const status = await host.pool.status();
    expect(status.areas.find(({ areaCode }) => areaCode === '212')).toMatchObject({ misses: 20, pooled: 5 });
    expect(status.monthlyCost).toEqual([{ amountMicros: 7 * 1_150_000, currency: 'USD' }]);
  });
});
