import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { look, poolHost, stockUp } from './pool-host.ts';

/** A carrier that must not be asked anything. */
const noCarrier = new Proxy(scriptedCarrier().carrier, {
  get(carrier, name) {
    if (name === 'name' || name === 'numberPrices') return Reflect.get(carrier, name);
    throw new Error(`the carrier was asked: ${String(name)}`);
  },
});

describe.each(engines)('claiming from the pool on $name', ({ create }) => {
  let database: TestDatabase;
  let hosts: Numberkit[];
  const host = (index = 0) => hosts[index % hosts.length] as Numberkit;

  beforeEach(async () => {
    database = await create();
    hosts = [0, 1, 2].map(() => poolHost(database.connect(), noCarrier, systemClock));
    await host().ready();
  });
  afterEach(async () => {
    await Promise.all(hosts.map((each) => each.close()));
    await database.drop();
  });

  test('gives a number that takes calls at once, without asking the carrier anything', async () => {
    await stockUp(database.connect(), '415', 2);
    await host().tenants.put({ id: 'acme', agent: { kind: 'say', text: 'Hello.' } });
    const activated: string[] = [];
    host().on('number.activated', ({ tenantId }) => void activated.push(tenantId));
    const number = await host().pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: 'k1' });
    expect(number).toMatchObject({ phoneNumber: '+14152220000', status: 'active', substituted: false });
    expect(await host().routing.lookup(number.phoneNumber)).toMatchObject({ tenantId: 'acme' });
    expect(await host().numbers.list({ tenantId: 'acme' })).toEqual([number]);
    const trail = await host().activity.list({ tenantId: 'acme', limit: 5 });
    expect(trail.find(({ event }) => event === 'number.activated')).toMatchObject({
      numberId: number.id,
      actor: { kind: 'tenant', id: 'acme' },
      reason: 'claimed from the pool',
      data: { from: 'pool', askedAreaCode: '415' },
    });
    await expect.poll(() => activated).toEqual(['acme']);
  });

  test('64 claims at once from 50 numbers give 50 different ones, and 14 clear answers that it is empty', async () => {
    await stockUp(database.connect(), '415', 50);
    const answers = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) =>
        host(index).pool.claim({ tenantId: `tenant-${index}`, areaCode: '415', idempotencyKey: 'first' }),
      ),
    );
    const given = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value.phoneNumber] : [],
    );
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(new Set(given).size).toBe(50);
    expect(given).toHaveLength(50);
    expect(refused).toEqual(Array<string>(14).fill('pool-empty'));
    const demand = await look(database.connect(), ({ pooled }) => pooled.demand(new Date(0)));
    expect(demand).toEqual([{ areaCode: '415', claims: 50, misses: 14 }]);
  });

  test('one key sent twenty times at once gives one number, and leaves the others in the pool', async () => {
    await stockUp(database.connect(), '415', 30);
    const claim = (index: number) =>
      host(index).pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: 'same' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => claim(index)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await host().pool.status()).pooled).toBe(29);
    expect(await host().numbers.list({ tenantId: 'acme' })).toHaveLength(1);
    expect(await claim(0)).toEqual(answers[0]);
  });

  test('a key that was used for another claim is refused', async () => {
    await stockUp(database.connect(), '415', 2);
    await host().pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: 'same' });
    const other = host().pool.claim({ tenantId: 'acme', areaCode: '510', idempotencyKey: 'same' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict' });
  });

  test('where the area code is empty the nearest one serves, and both the gift and the miss are remembered', async () => {
    await stockUp(database.connect(), '212', 1);
    await stockUp(database.connect(), '916', 1);
    await stockUp(database.connect(), '510', 1);
    const claim = (key: string) =>
      host().pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: key });
    expect(await claim('1')).toMatchObject({ areaCode: '510', substituted: true });
    expect(await claim('2')).toMatchObject({ areaCode: '916', substituted: true });
    expect(await claim('1')).toMatchObject({ areaCode: '510', substituted: true });
    await expect(claim('3')).rejects.toMatchObject({ code: 'pool-empty', retryable: true });
    const demand = await look(database.connect(), ({ pooled }) => pooled.demand(new Date(0)));
    expect(demand).toEqual([{ areaCode: '415', claims: 0, misses: 3 }]);
  });

  test('a claim near a place takes any of the area codes that serve it', async () => {
    await stockUp(database.connect(), '341', 1);
    const near = await host().pool.claim({ tenantId: 'acme', near: 'Oakland, CA', idempotencyKey: '1' });
    expect(near).toMatchObject({ areaCode: '341', substituted: false });
    const nowhere = host().pool.claim({ tenantId: 'acme', near: 'Xyzzyville', idempotencyKey: '2' });
    await expect(nowhere).rejects.toMatchObject({ code: 'unknown-place' });
  });

  test('a claim names one place, no more and no less', async () => {
    const claim = (place: object) => host().pool.claim({ tenantId: 'acme', idempotencyKey: '1', ...place });
    await expect(claim({})).rejects.toMatchObject({ code: 'invalid-claim' });
    await expect(claim({ areaCode: '415', near: 'Oakland, CA' })).rejects.toMatchObject({
      code: 'invalid-claim',
    });
  });

  test('ten tenants that claim one exact number: one gets it', async () => {
    await stockUp(database.connect(), '415', 1);
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        host(index).pool.claim({
          tenantId: `tenant-${index}`,
          phoneNumber: '+14152220000',
          idempotencyKey: 'exact',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'number-unavailable' });
    }
  });

  test('a claim that would pass the limit of its tenant is refused, and the number stays in the pool', async () => {
    await stockUp(database.connect(), '415', 5);
    const limited = poolHost(database.connect(), noCarrier, systemClock, { limits: { numbersPerTenant: 2 } });
    const claim = (key: string) =>
      limited.pool.claim({ tenantId: 'acme', areaCode: '415', idempotencyKey: key });
    const answers = await Promise.allSettled(['1', '2', '3', '4'].map(claim));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual([
      'limit-reached',
      'limit-reached',
    ]);
    expect((await limited.pool.status()).pooled).toBe(3);
    await limited.close();
  });

  test('a purchase of a pooled number claims it without asking the carrier, once however often it is sent', async () => {
    await stockUp(database.connect(), '415', 3);
    const buy = (index: number) =>
      host(index).numbers.buy({ tenantId: 'acme', phoneNumber: '+14152220001', idempotencyKey: 'purchase' });
    const first = await buy(0);
    expect(first).toMatchObject({ status: 'active', phoneNumber: '+14152220001', substituted: false });
    expect(await Promise.all([buy(1), buy(2)])).toEqual([first, first]);
    expect((await host().pool.status()).pooled).toBe(2);
  });

  test('a purchase whose number was claimed by another tenant goes on to a pooled alternative', async () => {
    await stockUp(database.connect(), '415', 2);
    const carrier = { ...scriptedCarrier().carrier };
    const trading = poolHost(database.connect(), carrier, systemClock);
    await trading.pool.claim({ tenantId: 'beta', phoneNumber: '+14152220000', idempotencyKey: '1' });
    // As the account has it, the carrier says so.
    carrier.findNumber = async (phoneNumber) =>
      phoneNumber === '+14152220000' ? ({ phoneNumber, tag: 'op_x' } as never) : undefined;
    const number = await trading.numbers.buy({
      tenantId: 'acme',
      phoneNumber: '+14152220000',
      alternatives: ['+14152220001'],
      idempotencyKey: '2',
    });
    expect(number).toMatchObject({ phoneNumber: '+14152220001', substituted: true, status: 'active' });
    await trading.close();
  });
});
