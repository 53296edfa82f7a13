import { describe, expect, it } from 'vitest';
import { firstForSale, orderFor, setUp, ways } from './bench.ts';

const purchases = { match: { method: 'POST', path: '/IncomingPhoneNumbers.json' } };
const lists = { match: { method: 'GET', path: '/IncomingPhoneNumbers.json' } };

describe.each(ways)('when Twilio fails, through %s,', (way) => {
  it.each([
    ['a reset', { kind: 'reset' }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['a 502 in HTML', { kind: 'status', status: 502, body: 'html' }],
    ['an empty 500', { kind: 'status', status: 500, body: 'empty' }],
    ['no answer in time', { kind: 'latency', ms: 2_000 }],
  ] as const)('a purchase is unknown after %s, was sent once, and can be found', async (_, effect) => {
    const { carrier, simulator, sent } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    simulator.faults.add({ ...purchases, when: 'after', effect });
    expect((await carrier.buyNumber(orderFor(phoneNumber))).outcome).toBe('unknown');
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await carrier.findNumber(phoneNumber)).toMatchObject({ tag: orderFor(phoneNumber).tag });
    expect(simulator.bill.entries()).toHaveLength(1);
  });

  it('a purchase is unknown too when nothing took effect: the adapter cannot tell', async () => {
    const { carrier, simulator } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    simulator.faults.add({ ...purchases, when: 'before', effect: { kind: 'reset' } });
    expect((await carrier.buyNumber(orderFor(phoneNumber))).outcome).toBe('unknown');
    expect(await carrier.findNumber(phoneNumber)).toBeUndefined();
    expect(simulator.bill.entries()).toHaveLength(0);
  });

  it('a purchase that was not processed is sent again', async () => {
    const { carrier, simulator, sent } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    simulator.faults.add({ ...purchases, times: 2, when: 'before', effect: { kind: 'status', status: 429 } });
    expect((await carrier.buyNumber(orderFor(phoneNumber))).outcome).toBe('bought');
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(3);
    expect(simulator.bill.entries()).toHaveLength(1);
  });

  it('a purchase that is never processed is refused in the end', async () => {
    const { carrier, simulator } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    simulator.faults.add({
      ...purchases,
      times: 99,
      when: 'before',
      effect: { kind: 'status', status: 429 },
    });
    expect(await carrier.buyNumber(orderFor(phoneNumber))).toMatchObject({
      outcome: 'refused',
      reason: 'account',
      carrierCode: '20429',
    });
  });

  it('a read is repeated until it works', async () => {
    const { carrier, simulator } = setUp(way);
    simulator.faults.add({ ...lists, times: 2, when: 'before', effect: { kind: 'reset' } });
    expect(await carrier.findNumber('+15105550142')).toBeUndefined();
  });

  it.each([
    ['carrier-unavailable', { kind: 'reset' }],
    ['carrier-unavailable', { kind: 'status', status: 502, body: 'html' }],
    ['carrier-busy', { kind: 'status', status: 429 }],
  ] as const)('a read gives up with %s', async (code, effect) => {
    const { carrier, simulator, sent } = setUp(way);
    simulator.faults.add({ ...lists, times: 99, when: 'before', effect });
    await expect(carrier.findNumber('+15105550142')).rejects.toMatchObject({ code, retryable: true });
    expect(sent).toHaveLength(4);
  });
});
