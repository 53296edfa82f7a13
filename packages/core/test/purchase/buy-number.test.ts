import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { freshFile, openStorage, purchaseHost, settings, sleepingClock } from './host.ts';
import { type BuyStep, own, scriptedCarrier } from './scripted-carrier.ts';

const ONE = '+15102203344';
const TWO = '+15102203355';
const order = { tenantId: 'acme', phoneNumber: ONE, idempotencyKey: 'key-1' };

let storage: Storage;
let clock = sleepingClock();
beforeEach(async () => {
  clock = sleepingClock();
  storage = await openStorage(freshFile());
});
afterEach(() => storage.close());

const events = async () => (await storage.trail.list({ limit: 50 })).map(({ event }) => event).reverse();
const used = (key: string, window: string) => storage.limits.used({ key, window });

describe('a purchase', () => {
  test('is bought by exact number under the tag of its operation, and takes calls at once', async () => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy(order);
    expect(number).toMatchObject({
      phoneNumber: ONE,
      display: '(510) 220-3344',
      status: 'active',
      substituted: false,
    });
    const operation = await storage.operations.ofNumber(number.id);
    expect(carrier.orders).toEqual([{ ...settings, phoneNumber: ONE, tag: operation?.id }]);
    expect(operation?.state).toBe('done');
    expect(await events()).toEqual(['number.purchase-intended', 'number.purchased', 'number.activated']);
  });

  test('has committed its intent before the carrier is called', async () => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock);
    const seen: unknown[] = [];
    carrier.elsewhere.onBuy = async ({ tag, phoneNumber }) => {
      seen.push((await storage.operations.get(tag))?.state);
      seen.push((await storage.numbers.findByPhoneNumber(phoneNumber))?.state);
    };
    await host.buy(order);
    expect(seen).toEqual(['intended', 'buying']);
  });

  test('tells a listener once it is committed', async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    const heard: unknown[] = [];
    host.events.on(
      'number.activated',
      ({ tenantId, number }) => void heard.push([tenantId, number.phoneNumber]),
    );
    await host.buy(order);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([['acme', ONE]]);
  });

  test('of a number the account has for another purpose is refused, and its settings are left alone', async () => {
    const carrier = scriptedCarrier();
    const foreign = own(ONE, 'another program', { voiceUrl: 'https://elsewhere.example' });
    carrier.owned.set(ONE, foreign);
    const host = purchaseHost(storage, carrier.carrier, clock);
    await expect(host.buy(order)).rejects.toMatchObject({ code: 'number-unavailable' });
    expect(carrier.orders).toEqual([]);
    expect(carrier.owned.get(ONE)).toBe(foreign);
  });

  test.each([
    ['an empty tenant id', { tenantId: '' }, 'invalid-tenant-id', 'tenantId'],
    ['no idempotency key', { idempotencyKey: '' }, 'invalid-purchase', 'idempotencyKey'],
    ['a key with a space', { idempotencyKey: 'a b' }, 'invalid-purchase', 'idempotencyKey'],
    ['a number that is none', { phoneNumber: '510-220-3344' }, 'invalid-phone-number', 'phoneNumber'],
    ['a number elsewhere', { phoneNumber: '+442079460018' }, 'invalid-phone-number', 'phoneNumber'],
    ['an alternative that is none', { alternatives: ['x'] }, 'invalid-phone-number', 'alternatives.0'],
    ['six alternatives', { alternatives: Array(6).fill(TWO) }, 'invalid-purchase', 'alternatives'],
  ])('with %s is refused by field before anything is written', async (_, change, code, field) => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock);
    const refused = host.buy({ ...order, ...change });
    await expect(refused).rejects.toMatchObject({ code, status: 400, fields: [{ field }] });
    expect(carrier.orders).toEqual([]);
    expect(await events()).toEqual([]);
  });
});

describe('a refused purchase', () => {
  test('charges nothing, gives back what was counted, and frees the number', async () => {
    const carrier = scriptedCarrier({ buys: ['unavailable'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    await expect(host.buy(order)).rejects.toMatchObject({
      code: 'number-unavailable',
      alternatives: ['+15105550199'],
    });
    expect(carrier.sold).toEqual([]);
    expect(await used('numbers:tenant:acme', 'ever')).toBe(0);
    expect(await used('purchases:all', '2026-11-22')).toBe(0);
    expect((await host.list({ tenantId: 'acme' })).map(({ status }) => status)).toEqual(['failed']);
    const second = await host.buy({ ...order, tenantId: 'other', idempotencyKey: 'key-2' });
    expect(second.status).toBe('active');
  });

  test('goes on with the alternatives in order, and says that the number was substituted', async () => {
    const carrier = scriptedCarrier({ buys: ['unavailable', 'restricted'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy({ ...order, alternatives: [TWO, '+15102203366', '+15102203377'] });
    expect(number).toMatchObject({ phoneNumber: '+15102203366', status: 'active', substituted: true });
    expect(carrier.sold).toEqual(['+15102203366']);
    expect(await used('numbers:tenant:acme', 'ever')).toBe(1);
    expect(await host.status({ tenantId: 'acme', numberId: number.id })).toEqual(number);
  });

  test('does not try alternatives when the account itself may not buy', async () => {
    const carrier = scriptedCarrier({ buys: ['account'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    await expect(host.buy({ ...order, alternatives: [TWO] })).rejects.toMatchObject({
      code: 'carrier-account',
    });
    expect(carrier.orders).toHaveLength(1);
  });

  test('keeps the phone number out of the trail, though the carrier named it', async () => {
    const host = purchaseHost(storage, scriptedCarrier({ buys: ['unavailable'] }).carrier, clock);
    await host.buy(order).catch(() => undefined);
    const trail = JSON.stringify(await storage.trail.list({ limit: 50 }));
    expect(trail).toContain('is unavailable');
    expect(trail).not.toContain('5102203344');
  });
});

describe('an unclear answer', () => {
  test.each<[string, BuyStep]>([
    ['a reset after the purchase', 'lost-after'],
    ['an adapter that throws after the purchase', 'throws-after'],
  ])('%s ends with the number adopted, not bought again', async (_, step) => {
    const carrier = scriptedCarrier({ buys: [step] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy(order);
    expect(number.status).toBe('active');
    expect(carrier.orders).toHaveLength(1);
    expect(carrier.sold).toEqual([ONE]);
    expect(await events()).toContain('number.purchase-unknown');
    const bought = (await storage.trail.list({ limit: 9 })).find(({ event }) => event === 'number.purchased');
    expect(bought?.data).toMatchObject({ adopted: true });
  });

  test('a reset before the purchase is ordered again only after the carrier was asked', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-before'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy(order);
    expect(number.status).toBe('active');
    expect(carrier.orders.map(({ tag }) => tag)).toEqual([carrier.orders[0]?.tag, carrier.orders[0]?.tag]);
    expect(carrier.sold).toEqual([ONE]);
  });

  test('stays pending, and orders nothing, while the carrier cannot be asked; the sweep adopts the number', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-after'], finds: ['ok', 'fails'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy(order);
    expect(number.status).toBe('pending');
    expect(carrier.orders).toHaveLength(1);
    expect(await host.settle()).toEqual({ due: 0, settled: 0, open: 0 });
    clock.pass(90_001);
    expect(await host.settle()).toEqual({ due: 1, settled: 1, open: 0 });
    expect(await host.status({ tenantId: 'acme', numberId: number.id })).toMatchObject({ status: 'active' });
    expect(carrier.sold).toEqual([ONE]);
  });

  test('is settled as refused by the sweep when the carrier never sold the number', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-before', 'lost-before', 'lost-before'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy(order);
    expect(number.status).toBe('pending');
    clock.pass(90_001);
    await host.settle();
    expect(await host.status({ tenantId: 'acme', numberId: number.id })).toMatchObject({ status: 'failed' });
    expect(await used('numbers:tenant:acme', 'ever')).toBe(0);
    expect(host.failures).toEqual([]);
  });

  test('is never called refused by the process that waits, when a later call is: the earlier one may still land', async () => {
    // The first call takes effect three seconds late; until then Twilio answers 21422 to our own second call.
    const carrier = scriptedCarrier({ buys: ['lost-before', 'unavailable'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const number = await host.buy({ ...order, alternatives: [TWO] });
    expect(number).toMatchObject({ phoneNumber: ONE, status: 'pending' });
    carrier.owned.set(ONE, own(ONE, carrier.orders[0]?.tag ?? '', settings));
    clock.pass(90_001);
    await host.settle();
    expect(await host.status({ tenantId: 'acme', numberId: number.id })).toMatchObject({ status: 'active' });
    expect(carrier.orders.map(({ phoneNumber }) => phoneNumber)).toEqual([ONE, ONE]);
  });

  test('tells a listener and the log that the outcome is open', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-after'], finds: ['ok', 'fails'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const heard: unknown[] = [];
    host.events.on('number.pending', (event) => void heard.push(event));
    const number = await host.buy(order);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([{ tenantId: 'acme', numberId: number.id }]);
    expect(host.reports).toEqual([
      expect.stringMatching(/^the carrier could not be asked about operation op_/),
    ]);
  });

  test('never takes a number that the account got for another purpose meanwhile', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-before'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    carrier.elsewhere.onBuy = async () => {
      carrier.owned.set(ONE, own(ONE, 'another program', settings));
    };
    await expect(host.buy(order)).rejects.toMatchObject({ code: 'number-unavailable' });
    expect(carrier.owned.get(ONE)?.tag).toBe('another program');
  });

  test('points an adopted number at us before it is called active', async () => {
    const carrier = scriptedCarrier({ buys: ['lost-before'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    carrier.elsewhere.onBuy = async ({ tag }) => {
      carrier.owned.set(ONE, { ...own(ONE, tag, settings), trunkSid: 'TK1' });
    };
    const number = await host.buy(order);
    expect(number.status).toBe('active');
    expect(carrier.owned.get(ONE)).toMatchObject({ trunkSid: null, voiceUrl: settings.voiceUrl });
  });
});

describe('the same idempotency key', () => {
  test('gives the same answer again and buys nothing', async () => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock);
    const first = await host.buy(order);
    expect(await host.buy(order)).toEqual(first);
    expect(carrier.sold).toEqual([ONE]);
  });

  test('with other numbers is a conflict', async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    await host.buy(order);
    const other = host.buy({ ...order, phoneNumber: TWO });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict', status: 409 });
  });

  test('with other numbers while the first is under way is a conflict', async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    const [first, second] = await Promise.allSettled([
      host.buy(order),
      host.buy({ ...order, phoneNumber: TWO }),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'idempotency-conflict' } });
  });

  test('of another tenant is another intent', async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    await host.buy(order);
    const other = await host.buy({ ...order, tenantId: 'other', phoneNumber: TWO });
    expect(other.phoneNumber).toBe(TWO);
  });

  test('tries the untried alternatives when the process died between two candidates', async () => {
    const carrier = scriptedCarrier({ buys: ['unavailable', 'account'] });
    const host = purchaseHost(storage, carrier.carrier, clock);
    const intent = { ...order, alternatives: [TWO, '+15102203366'] };
    await expect(host.buy(intent)).rejects.toMatchObject({ code: 'carrier-account' });
    await expect(host.buy(intent)).rejects.toMatchObject({ code: 'carrier-account' });
    expect(carrier.orders).toHaveLength(2);
  });
});

describe('limits', () => {
  test('stop a tenant at its numbers and leave nothing behind', async () => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock, { numbersPerTenant: 1 });
    await host.buy(order);
    const second = host.buy({ ...order, phoneNumber: TWO, idempotencyKey: 'key-2' });
    await expect(second).rejects.toMatchObject({
      code: 'limit-reached',
      fields: [{ field: 'limits.numbersPerTenant' }],
    });
    expect(carrier.sold).toEqual([ONE]);
    expect(await storage.numbers.findByPhoneNumber(TWO)).toBeUndefined();
    expect(await used('purchases:tenant:acme', '2026-11-22')).toBe(1);
  });

  test('on money count the monthly price', async () => {
    const limits = { spendPerDay: { amountMicros: 2_000_000, currency: 'USD' } };
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock, limits);
    await host.buy(order);
    const second = host.buy({ ...order, phoneNumber: TWO, idempotencyKey: 'key-2' });
    await expect(second).rejects.toMatchObject({
      code: 'limit-reached',
      fields: [{ field: 'limits.spendPerDay' }],
    });
  });

  test('on money refuse a number whose price is not known', async () => {
    const carrier = scriptedCarrier();
    const limits = { spendPerDay: { amountMicros: 2_000_000, currency: 'EUR' } };
    const host = purchaseHost(storage, carrier.carrier, clock, limits);
    await expect(host.buy(order)).rejects.toMatchObject({ code: 'price-unknown', retryable: true });
    expect(carrier.orders).toEqual([]);
  });

  test('let as many of many parallel purchases through as fit', async () => {
    const carrier = scriptedCarrier();
    const host = purchaseHost(storage, carrier.carrier, clock, {
      purchasesPerTenantPerDay: 3,
      numbersPerTenant: 9,
    });
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        host.buy({ ...order, phoneNumber: `+1510220${4000 + index}`, idempotencyKey: `key-${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(carrier.sold).toHaveLength(3);
  });
});

describe('reading numbers', () => {
  test("does not show one tenant another's number", async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    const number = await host.buy(order);
    const foreign = host.status({ tenantId: 'other', numberId: number.id });
    await expect(foreign).rejects.toMatchObject({ code: 'number-not-found', status: 404 });
    expect(await host.list({ tenantId: 'other' })).toEqual([]);
  });

  test('lists the newest first', async () => {
    const host = purchaseHost(storage, scriptedCarrier().carrier, clock);
    await host.buy(order);
    clock.pass(1000);
    await host.buy({ ...order, phoneNumber: TWO, idempotencyKey: 'key-2' });
    expect((await host.list({ tenantId: 'acme' })).map(({ phoneNumber }) => phoneNumber)).toEqual([TWO, ONE]);
  });
});
