import { describe, expect, it } from 'vitest';
import type { Carrier, CarrierCall, CarrierNumber } from '../../src/carrier/index.ts';
import { firstForSale, orderFor, setUp, ways } from './bench.ts';
import { registerEmergencyAddress } from './emergency.ts';

const deletions = { match: { method: 'DELETE', path: '/IncomingPhoneNumbers/' } };

async function buy(carrier: Carrier, tag = 'op_1'): Promise<CarrierNumber> {
  const answer = await carrier.buyNumber({ ...orderFor(await firstForSale(carrier)), tag });
  if (answer.outcome !== 'bought') throw new Error(`not bought: ${answer.detail}`);
  return answer.number;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe.each(ways)('the life of a number at Twilio, through %s,', (way) => {
  it('shows what is set on it, since when, and that no emergency address hangs on it', async () => {
    const { carrier } = setUp(way);
    expect(await buy(carrier)).toMatchObject({
      voiceMethod: 'POST',
      voiceFallbackMethod: 'POST',
      statusCallbackMethod: 'POST',
      type: 'local',
      createdAt: expect.any(Date),
      emergencyAddress: 'none',
    });
  });

  it('lists the whole account, page after page', async () => {
    const { carrier, simulator, sent } = setUp(way);
    const bought: string[] = [];
    for (let index = 0; index < 5; index += 1) bought.push((await buy(carrier)).phoneNumber);
    const listed = await all(carrier.listNumbers());
    expect(listed.map(({ phoneNumber }) => phoneNumber).sort()).toEqual(bought.sort());
    expect(sent.at(-1)?.url.searchParams.get('PageSize')).toBe('1000');
    expect(simulator.numbers.owned()).toHaveLength(5);
  });

  it('lists from page to page, and keeps its credentials when a page names another host', async () => {
    const { carrier, simulator, sent } = setUp(way, { pageSize: 2 });
    for (let index = 0; index < 5; index += 1) await buy(carrier);
    const before = sent.length;
    expect(new Set((await all(carrier.listNumbers())).map(({ sid }) => sid)).size).toBe(5);
    expect(sent.slice(before).map(({ url }) => url.searchParams.get('Page'))).toEqual([null, '1', '2']);
    expect(simulator.numbers.owned()).toHaveLength(5);
  });

  it('reads no further than it is asked to', async () => {
    const { carrier, sent } = setUp(way, { pageSize: 2 });
    for (let index = 0; index < 5; index += 1) await buy(carrier);
    const before = sent.length;
    for await (const _ of carrier.listNumbers()) break;
    expect(sent.length - before).toBe(1);
  });

  it('throws in the middle of a list that Twilio stops giving', async () => {
    const { carrier, simulator } = setUp(way, { pageSize: 2 });
    for (let index = 0; index < 5; index += 1) await buy(carrier);
    simulator.faults.add({
      match: { method: 'GET', path: '/IncomingPhoneNumbers.json' },
      nth: 2,
      times: 99,
      when: 'before',
      effect: { kind: 'status', status: 503 },
    });
    await expect(all(carrier.listNumbers())).rejects.toMatchObject({ code: 'carrier-unavailable' });
  });

  it('releases a number, and says so when it is gone', async () => {
    const { carrier, simulator } = setUp(way);
    const { sid, phoneNumber } = await buy(carrier);
    expect(await carrier.releaseNumber(sid)).toEqual({ outcome: 'released' });
    expect(simulator.numbers.find(phoneNumber)).toBeUndefined();
    expect(await carrier.releaseNumber(sid)).toEqual({ outcome: 'gone' });
  });

  it.each([
    ['a reset', { kind: 'reset' }],
    ['a 500 in HTML', { kind: 'status', status: 500, body: 'html' }],
    ['no answer in time', { kind: 'latency', ms: 2_000 }],
  ] as const)('after %s asks again, and finds the number gone', async (_, effect) => {
    const { carrier, simulator, sent } = setUp(way);
    const { sid } = await buy(carrier);
    simulator.faults.add({ ...deletions, when: 'after', effect });
    expect(await carrier.releaseNumber(sid)).toEqual({ outcome: 'gone' });
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  it.each([
    ['never answers', { kind: 'reset' }],
    ['is out of order', { kind: 'status', status: 503 }],
    ['asks to slow down', { kind: 'status', status: 429 }],
  ] as const)('does not know what became of a release when Twilio %s', async (_, effect) => {
    const { carrier, simulator } = setUp(way);
    const { sid, phoneNumber } = await buy(carrier);
    simulator.faults.add({ ...deletions, times: 99, when: 'before', effect });
    expect(await carrier.releaseNumber(sid)).toMatchObject({ outcome: 'unknown' });
    expect(simulator.numbers.find(phoneNumber)).toBeDefined();
  });

  it('tells a release that an emergency address blocks, clears it, and releases then', async () => {
    const { carrier, simulator } = setUp(way);
    const { sid, phoneNumber } = await buy(carrier);
    await registerEmergencyAddress(simulator, phoneNumber);
    expect(await carrier.findNumber(phoneNumber)).toMatchObject({ emergencyAddress: 'registered' });
    const blocked = await carrier.releaseNumber(sid);
    expect(blocked).toMatchObject({ outcome: 'blocked', carrierCode: '20009' });
    expect(JSON.stringify(blocked)).not.toContain(phoneNumber.slice(2));
    expect(await carrier.clearEmergencyAddress(sid)).toMatchObject({ emergencyAddress: 'clearing' });
    expect(await carrier.releaseNumber(sid)).toMatchObject({ outcome: 'blocked' });
    await simulator.clock.advance(120_000);
    expect(await carrier.findNumber(phoneNumber)).toMatchObject({ emergencyAddress: 'none' });
    expect(await carrier.releaseNumber(sid)).toEqual({ outcome: 'released' });
  });

  it('is not released with wrong credentials, and that is no doubt', async () => {
    const { carrier } = setUp(way, { authToken: '0'.repeat(32) });
    expect(await carrier.releaseNumber(`PN${'1'.repeat(32)}`)).toMatchObject({
      outcome: 'refused',
      carrierCode: '20003',
    });
  });

  it('places a short call, and reads it again with what it cost', async () => {
    const { carrier, simulator } = setUp(way);
    const [from, to] = [(await buy(carrier)).phoneNumber, (await buy(carrier)).phoneNumber];
    const since = new Date(simulator.clock.now().getTime() - 1000);
    const twiml = '<Response><Pause length="15"/></Response>';
    const placed = await carrier.placeCall({ from, to, twiml, timeLimitSeconds: 20, timeoutSeconds: 60 });
    expect(placed).toMatchObject({ outcome: 'placed', call: { from, to, direction: 'outbound' } });
    let calls: CarrierCall[] = [];
    await expect
      .poll(async () => {
        await simulator.clock.advance(1_000);
        calls = await all(carrier.listCalls({ from, since }));
        return calls.find(({ direction }) => direction === 'outbound')?.status;
      })
      .toBe('completed');
    expect(calls.find(({ direction }) => direction === 'outbound')).toMatchObject({
      from,
      to,
      startedAt: expect.any(Date),
      durationSeconds: expect.any(Number),
      price: { amountMicros: 14_000, currency: 'USD' },
    });
  });

  it('says that a number cannot call itself, without its digits', async () => {
    const { carrier } = setUp(way);
    const { phoneNumber } = await buy(carrier);
    const order = { from: phoneNumber, to: phoneNumber, twiml: '<Response/>' };
    const answer = await carrier.placeCall({ ...order, timeLimitSeconds: 20, timeoutSeconds: 10 });
    expect(answer).toMatchObject({ outcome: 'refused', carrierCode: '21211' });
    expect(JSON.stringify(answer)).not.toContain(phoneNumber.slice(2));
  });

  it('does not know what became of a call whose answer was lost, and places it once', async () => {
    const { carrier, simulator, sent } = setUp(way);
    const [from, to] = [(await buy(carrier)).phoneNumber, (await buy(carrier)).phoneNumber];
    simulator.faults.add({
      match: { method: 'POST', path: '/Calls.json' },
      when: 'after',
      effect: { kind: 'reset' },
    });
    const order = { from, to, twiml: '<Response><Hangup/></Response>', timeLimitSeconds: 20 };
    expect(await carrier.placeCall({ ...order, timeoutSeconds: 10 })).toMatchObject({ outcome: 'unknown' });
    expect(sent.filter(({ url }) => url.pathname.endsWith('/Calls.json'))).toHaveLength(1);
  });

  it('sends nothing that Twilio’s own OpenAPI documents do not know', async () => {
    const { carrier, sent } = setUp(way);
    const [one, two] = [await buy(carrier), await buy(carrier)];
    await all(carrier.listNumbers());
    await carrier.clearEmergencyAddress(one.sid);
    const order = { from: one.phoneNumber, to: two.phoneNumber, twiml: '<Response/>' };
    await carrier.placeCall({ ...order, timeLimitSeconds: 20, timeoutSeconds: 10 });
    await all(carrier.listCalls({ to: two.phoneNumber, since: new Date(0) }));
    await carrier.releaseNumber(one.sid);
    for (const request of sent) {
      expect(request.objections, `${request.method} ${request.url.pathname}`).toEqual([]);
    }
  });
});

it('only calls since the moment asked for are read, though Twilio filters by day', async () => {
  const { carrier, simulator } = setUp('our fetch');
  const [from, to] = [(await buy(carrier)).phoneNumber, (await buy(carrier)).phoneNumber];
  const order = { from, to, twiml: '<Response><Hangup/></Response>', timeLimitSeconds: 5, timeoutSeconds: 5 };
  await carrier.placeCall(order);
  const later = new Date(simulator.clock.now().getTime() + 60_000);
  const started = (calls: CarrierCall[]) => calls.filter(({ startedAt }) => startedAt !== null);
  expect(started(await all(carrier.listCalls({ since: later })))).toEqual([]);
});
