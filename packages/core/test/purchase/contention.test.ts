import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BuyAnswer } from '../../src/carrier/index.ts';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { systemClock } from '../../src/clock.ts';
import type { Storage } from '../../src/storage/index.ts';
import { engines, type TestDatabase } from './engines.ts';
import { openStorage, purchaseHost } from './host.ts';

const HOSTS = 3;

/** Holds a call until the test opens it. */
function gate() {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    open: opened.resolve,
    hold:
      <Arguments extends unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
      async (...given: Arguments) => {
        reached.resolve();
        await opened.promise;
        return call(...given);
      },
  };
}

const refused = async (): Promise<BuyAnswer> => ({
  outcome: 'refused',
  reason: 'account',
  carrierCode: '20005',
  detail: 'account not active',
});

describe.each(engines)('on $name, with several host processes and the simulated Twilio', ({ create }) => {
  let simulator: TwilioSimulator;
  let database: TestDatabase;
  let storages: Storage[];
  let hosts: ReturnType<typeof purchaseHost>[];

  beforeEach(async () => {
    simulator = createTwilioSimulator({ seed: 11 });
    const { sid, authToken } = simulator.account;
    const carrier = () =>
      twilio({
        accountSid: sid,
        authToken,
        fetch: (input, init) => simulator.fetch(new Request(input, init)),
      });
    database = await create();
    storages = await Promise.all(Array.from({ length: HOSTS }, () => openStorage(database.connect())));
    hosts = storages.map((storage) => purchaseHost(storage, carrier(), systemClock));
  });
  afterEach(async () => {
    await Promise.all(storages.map((storage) => storage.close()));
    await database.drop();
  });

  const host = (index: number) => {
    const chosen = hosts[index % HOSTS];
    if (!chosen) throw new RangeError('no such host');
    return chosen;
  };
  const forSale = async (areaCode: string, limit: number) =>
    (await host(0).deps.carrier.searchNumbers({ country: 'US', type: 'local', areaCode, limit }))
      .filter(({ addressRequirement }) => addressRequirement === 'none')
      .map(({ phoneNumber }) => phoneNumber);
  const billed = () => simulator.bill.entries().map(({ phoneNumber }) => phoneNumber);

  test('ten tenants want one number: one wins, nine get a clear answer and an alternative, one is billed', async () => {
    const [wanted = ''] = await forSale('510', 30);
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        host(index).buy({
          tenantId: `tenant-${index}`,
          phoneNumber: wanted,
          idempotencyKey: `key-${index}`,
        }),
      ),
    );
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(won.map(({ phoneNumber, status }) => [phoneNumber, status])).toEqual([[wanted, 'active']]);
    expect(lost).toHaveLength(9);
    for (const error of lost) {
      expect(error).toMatchObject({ code: 'number-unavailable', alternatives: [expect.any(String)] });
    }
    expect(billed()).toEqual([wanted]);
  });

  test('ten tenants with alternatives all get a number, each a different one', async () => {
    const numbers = (await forSale('510', 30)).slice(0, 12);
    const [wanted = '', ...others] = numbers;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        host(index).buy({
          tenantId: `tenant-${index}`,
          phoneNumber: wanted,
          alternatives: others.slice(0, 5),
          idempotencyKey: 'same text, other tenant'.replaceAll(' ', '-'),
        }),
      ),
    );
    const got = answers.map(({ phoneNumber }) => phoneNumber);
    expect(new Set(got).size).toBe(5);
    expect(billed().sort()).toEqual([...got].sort());
    expect(answers.filter(({ substituted }) => substituted)).toHaveLength(4);
  });

  test('one key sent twenty times in parallel buys once, and all twenty get the same number', async () => {
    const [wanted = '', second = ''] = await forSale('212', 30);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        host(index).buy({
          tenantId: 'acme',
          phoneNumber: wanted,
          alternatives: [second],
          idempotencyKey: 'one-intent',
        }),
      ),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.every(({ status, phoneNumber }) => status === 'active' && phoneNumber === wanted)).toBe(
      true,
    );
    expect(billed()).toEqual([wanted]);
  });

  test('one key in two processes buys once, though the first candidate is free again when the second looks', async () => {
    const [wanted = '', second = ''] = await forSale('212', 30);
    const order = {
      tenantId: 'acme',
      phoneNumber: wanted,
      alternatives: [second],
      idempotencyKey: 'one-intent',
    };
    // A rival holds the wanted number until it is refused, and the second process is slow to look at it.
    const rival = gate();
    const slow = gate();
    const carrier = host(0).deps.carrier;
    const withRival = purchaseHost(
      storages[2] as Storage,
      { ...carrier, buyNumber: rival.hold(refused) },
      systemClock,
    );
    const slowly = { ...carrier, findNumber: slow.hold(carrier.findNumber) };
    const late = purchaseHost(storages[1] as Storage, slowly, systemClock);
    const losing = withRival.buy({ tenantId: 'rival', phoneNumber: wanted, idempotencyKey: 'rival' });
    await rival.reached;
    const two = late.buy(order);
    await slow.reached;
    const one = await host(0).buy(order);
    rival.open();
    await expect(losing).rejects.toMatchObject({ code: 'carrier-account' });
    slow.open();
    expect(await two).toEqual(one);
    expect(billed()).toEqual([second]);
  });

  test('one key sent twenty times while the first candidate is taken buys one alternative', async () => {
    const [wanted = '', second = '', third = ''] = await forSale('212', 30);
    simulator.numbers.sellElsewhere(wanted);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        host(index).buy({
          tenantId: 'acme',
          phoneNumber: wanted,
          alternatives: [second, third],
          idempotencyKey: 'one-intent',
        }),
      ),
    );
    expect(new Set(answers.map(({ phoneNumber }) => phoneNumber))).toEqual(new Set([second]));
    expect(billed()).toEqual([second]);
  });

  test.each([
    ['a reset after the effect', { kind: 'reset' } as const, 'after' as const, 1],
    ['a 503 after the effect', { kind: 'status', status: 503 } as const, 'after' as const, 1],
    ['a reset before the effect', { kind: 'reset' } as const, 'before' as const, 1],
    [
      'an empty 500 before the effect, twice',
      { kind: 'status', status: 500, body: 'empty' } as const,
      'before' as const,
      2,
    ],
  ])('%s ends with one number that is ours, active and billed once', async (_, effect, when, times) => {
    const [wanted = ''] = await forSale('415', 30);
    simulator.faults.add({
      match: { method: 'POST', path: '*/IncomingPhoneNumbers.json' },
      when,
      times,
      effect,
    });
    const number = await host(0).buy({ tenantId: 'acme', phoneNumber: wanted, idempotencyKey: 'key-1' });
    expect(number.status).toBe('active');
    expect(billed()).toEqual([wanted]);
    const operation = await storages[1]?.operations.ofNumber(number.id);
    expect(simulator.numbers.find(wanted)?.friendlyName).toBe(operation?.id);
    expect(await host(1).status({ tenantId: 'acme', numberId: number.id })).toEqual(number);
  });

  test('a number nobody can be asked about stays pending and is adopted by another process later', async () => {
    const [wanted = ''] = await forSale('415', 30);
    const purchases = {
      match: { method: 'POST', path: '*/IncomingPhoneNumbers.json' },
      when: 'after',
    } as const;
    simulator.faults.add({ ...purchases, effect: { kind: 'reset' } });
    const silence = simulator.faults.add({
      match: { method: 'GET', path: '*/IncomingPhoneNumbers.json' },
      when: 'before',
      nth: 2,
      times: 100,
      effect: { kind: 'status', status: 503 },
    });
    const number = await host(0).buy({ tenantId: 'acme', phoneNumber: wanted, idempotencyKey: 'key-1' });
    expect(number.status).toBe('pending');
    silence.remove();
    const later = purchaseHost(storages[1] as Storage, host(1).deps.carrier, {
      ...systemClock,
      now: () => new Date(Date.now() + 120_000),
    });
    expect(await later.settle()).toEqual({ due: 1, settled: 1, open: 0 });
    expect(await host(2).status({ tenantId: 'acme', numberId: number.id })).toMatchObject({
      status: 'active',
    });
    expect(billed()).toEqual([wanted]);
  });
});
