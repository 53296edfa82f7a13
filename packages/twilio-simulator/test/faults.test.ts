import { describe, expect, it } from 'vitest';
import { createTwilioSimulator, isConnectionReset } from '../src/index.ts';
import { clientOf } from './sdk-client.ts';

const NUMBER = '+14155550100';

function setUp() {
  const simulator = createTwilioSimulator({
    clock: { mode: 'virtual' },
    inventory: { extra: [{ phoneNumber: NUMBER }] },
  });
  const client = clientOf(simulator, simulator.fetch);
  return { simulator, client, buy: () => client.incomingPhoneNumbers.create({ phoneNumber: NUMBER }) };
}

describe('a fault', () => {
  it('resets the connection before the effect: nothing was bought', async () => {
    const { simulator, buy } = setUp();
    simulator.faults.add({ match: { method: 'post' }, when: 'before', effect: { kind: 'reset' } });
    await expect(buy()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.numbers.owned()).toEqual([]);
  });

  it('resets the connection after the effect: the number is bought and charged', async () => {
    const { simulator, buy } = setUp();
    simulator.faults.add({
      match: { bodyContains: '14155550100' },
      when: 'after',
      effect: { kind: 'reset' },
    });
    await expect(buy()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.numbers.find(NUMBER)).toBeDefined();
    expect(simulator.bill.entries()).toHaveLength(1);
  });

  it('looks like a network error to a caller of fetch', async () => {
    const { simulator } = setUp();
    simulator.faults.add({ when: 'before', effect: { kind: 'reset' } });
    const error = await simulator
      .fetch(new Request('https://api.twilio.com/'))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(isConnectionReset(error)).toBe(true);
  });

  it('strikes the nth matching request, as often as told', async () => {
    const { simulator, client } = setUp();
    const fault = simulator.faults.add({
      match: { method: 'GET', path: '/IncomingPhoneNumbers' },
      nth: 2,
      times: 2,
      when: 'before',
      effect: { kind: 'status', status: 503 },
    });
    const seen: unknown[] = [];
    for (let request = 0; request < 5; request += 1) {
      await client.incomingPhoneNumbers.list().then(
        () => seen.push(200),
        (error: { code: number }) => seen.push(error.code),
      );
    }
    expect(seen).toEqual([200, 20503, 20503, 200, 200]);
    expect([fault.matched, fault.struck]).toEqual([5, 2]);
  });

  it('matches a path by text, star or regular expression, and leaves the others alone', async () => {
    const { simulator, client } = setUp();
    const effect = { kind: 'status', status: 429 } as const;
    for (const path of ['AvailablePhoneNumbers', 'Available*/US', /AvailablePhoneNumbers\/(US|CA)\/Local/]) {
      simulator.faults.add({ match: { path }, when: 'before', effect });
    }
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    await expect(client.availablePhoneNumbers('US').local.list()).rejects.toMatchObject({ code: 20429 });
    expect(simulator.faults.list().map(({ struck }) => struck)).toEqual([1, 1, 1]);
  });

  it.each([
    ['json', 429, 20429],
    ['json', 500, 20500],
  ] as const)('answers %s for %i', async (body, status, code) => {
    const { simulator, client } = setUp();
    simulator.faults.add({ when: 'before', effect: { kind: 'status', status, body } });
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status, code });
  });

  it('can answer with a page or with nothing, after the number was bought', async () => {
    const { simulator } = setUp();
    const { sid, authToken } = simulator.account;
    const post = () =>
      simulator.fetch(
        new Request(`https://api.twilio.com/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` },
          body: new URLSearchParams({ PhoneNumber: NUMBER }),
        }),
      );
    simulator.faults.add({ when: 'after', effect: { kind: 'status', status: 502, body: 'html' } });
    const page = await post();
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    simulator.faults.clear();
    simulator.faults.add({ when: 'after', effect: { kind: 'status', status: 500, body: 'empty' } });
    expect(await (await post()).text()).toBe('');
    expect(simulator.numbers.owned()).toHaveLength(1);
  });

  it('holds a request back on the clock; who gives up is still charged', async () => {
    const { simulator } = setUp();
    const { sid, authToken } = simulator.account;
    simulator.faults.add({ when: 'before', effect: { kind: 'latency', ms: 40_000 } });
    const patience = new AbortController();
    const request = new Request(
      `https://api.twilio.com/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` },
        body: new URLSearchParams({ PhoneNumber: NUMBER }),
        signal: patience.signal,
      },
    );
    const buying = simulator.fetch(request);
    simulator.clock.schedule(30_000, () => patience.abort(new Error('too slow')));
    // The body is read before the latency begins.
    await new Promise((resolve) => setImmediate(resolve));
    await simulator.clock.advance(30_000);
    await expect(buying).rejects.toThrow('too slow');
    expect(simulator.numbers.owned()).toEqual([]);
    await simulator.clock.advance(10_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(simulator.numbers.find(NUMBER)).toBeDefined();
  });

  it('comes by chance, repeatably from its seed', async () => {
    const run = async (seed: number) => {
      const { simulator, client } = setUp();
      simulator.faults.add({ probability: 0.3, seed, when: 'before', effect: { kind: 'reset' } });
      const outcomes: boolean[] = [];
      for (let request = 0; request < 40; request += 1) {
        await client.incomingPhoneNumbers.list().then(
          () => outcomes.push(true),
          () => outcomes.push(false),
        );
      }
      return outcomes;
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(await run(6)).not.toEqual(first);
    const failures = first.filter((fine) => !fine).length;
    expect(failures).toBeGreaterThan(4);
    expect(failures).toBeLessThan(24);
  });

  it('is refused when it makes no sense', () => {
    const { simulator } = setUp();
    const effect = { kind: 'reset' } as const;
    expect(() => simulator.faults.add({ nth: 0, when: 'before', effect })).toThrow(RangeError);
    expect(() => simulator.faults.add({ probability: 2, when: 'before', effect })).toThrow(RangeError);
  });
});
