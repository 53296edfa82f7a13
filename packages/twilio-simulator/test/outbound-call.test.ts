import { describe, expect, it } from 'vitest';
import { buyNumber } from './sdk-calls.ts';
import { setUp } from './sdk-client.ts';

const TWIML = '<Response><Hangup/></Response>';
const PAUSE = '<Response><Pause length="60"/></Response>';

describe('an outbound call', () => {
  it.each([
    [{ to: '12', twiml: TWIML }, 21211],
    [{ to: '+12125550123' }, 21205],
    [{ to: '+12125550123', url: 'nowhere' }, 21205],
    [{ to: '+12125550123', url: 'https://a_b.example/v' }, 21205],
    [{ to: '+12125550123', twiml: 'x'.repeat(4001) }, 21205],
    [{ to: '+12125550123', twiml: TWIML, timeout: 601 }, 21208],
    [{ to: '+12125550123', twiml: TWIML, sendDigits: 'abc' }, 21206],
    [{ to: '+12125550123', twiml: TWIML, applicationSid: 'AP1' }, 21218],
  ])('is refused with its own code: %o', async (options, code) => {
    const bench = setUp();
    const from = (await buyNumber(bench)).phoneNumber;
    await expect(bench.client.calls.create({ from, ...options })).rejects.toMatchObject({
      status: 400,
      code,
    });
  });

  it('is refused from a number of somebody else, to itself, and on trial to an unverified number', async () => {
    const bench = setUp({ trial: true });
    const { phoneNumber } = await buyNumber(bench);
    const place = (from: string, to: string) => bench.client.calls.create({ from, to, twiml: TWIML });
    await expect(place('+12125550124', '+12125550123')).rejects.toMatchObject({ code: 21210 });
    await expect(place(phoneNumber, phoneNumber)).rejects.toMatchObject({ code: 21211 });
    await expect(place(phoneNumber, '+12125550123')).rejects.toMatchObject({ code: 21219 });
  });

  it('cannot be changed any more when it is over', async () => {
    const bench = setUp();
    const from = (await buyNumber(bench)).phoneNumber;
    const { sid } = await bench.client.calls.create({ from, to: '+12125550123', twiml: PAUSE });
    await bench.client.calls(sid).update({ status: 'completed' });
    await expect(bench.client.calls(sid).update({ twiml: TWIML })).rejects.toMatchObject({ code: 21220 });
  });

  it('shows its times, its length and its price when it is over, and is found by them', async () => {
    const bench = setUp({ clock: { mode: 'virtual', start: new Date('2026-03-01T12:00:00Z') } });
    const from = (await buyNumber(bench)).phoneNumber;
    const { sid } = await bench.client.calls.create({ from, to: '+12125550123', twiml: PAUSE });
    await bench.simulator.clock.advance(120_000);
    const call = await bench.client.calls(sid).fetch();
    expect(call).toMatchObject({ status: 'completed', duration: '60', price: '-0.014', priceUnit: 'USD' });
    expect(call.startTime.getTime()).toBeLessThan(call.endTime.getTime());
    const found = async (options: Parameters<typeof bench.client.calls.list>[0]) =>
      (await bench.client.calls.list(options)).length;
    expect(await found({ status: 'completed', startTime: new Date('2026-03-01T12:05:00Z') })).toBe(0);
    expect(await found({ startTimeAfter: new Date('2026-03-01T00:00:00Z') })).toBe(1);
    expect(await found({ endTimeBefore: new Date('2026-03-01T12:00:30Z') })).toBe(0);
    expect(await found({ status: 'busy' })).toBe(0);
    const [usage] = await bench.client.usage.records.list({ category: 'calls-outbound' });
    expect(usage).toMatchObject({ count: '1', usage: '1', usageUnit: 'minutes', price: '0.014' });
  });
});
