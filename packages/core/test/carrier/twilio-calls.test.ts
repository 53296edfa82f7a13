import { describe, expect, it } from 'vitest';
import type { CallStatus, Carrier, CarrierCall } from '../../src/carrier/index.ts';
import { type Bench, firstForSale, orderFor, setUp, ways } from './bench.ts';

const LINE = '+15103456789';

async function buy(carrier: Carrier): Promise<string> {
  const answer = await carrier.buyNumber(orderFor(await firstForSale(carrier)));
  if (answer.outcome !== 'bought') throw new Error(`not bought: ${answer.detail}`);
  return answer.number.phoneNumber;
}

/** A test call as the forwarding room places it. */
async function call({ carrier }: Bench, from: string, detectMachine = true): Promise<CarrierCall> {
  const answer = await carrier.placeCall({
    from,
    to: LINE,
    twiml: '<Response><Pause length="20"/></Response>',
    timeLimitSeconds: 60,
    timeoutSeconds: 40,
    detectMachine,
    statusCallback: 'https://app.example.com/twilio/voice/status',
  });
  if (answer.outcome !== 'placed') throw new Error(`not placed: ${answer.detail}`);
  return answer.call;
}

/** The call once it has come so far, as time passes. */
async function when({ carrier, simulator }: Bench, sid: string, status: CallStatus): Promise<CarrierCall> {
  let read: CarrierCall | undefined;
  const look = async () => {
    await simulator.clock.advance(1_000);
    read = await carrier.readCall(sid);
    return read?.status;
  };
  // A voicemail takes the call after twenty of the simulator's seconds, and each look passes one.
  await expect.poll(look, { timeout: 20_000, interval: 5 }).toBe(status);
  if (!read) throw new Error('there is no such call');
  return read;
}

describe.each(ways)('calls at Twilio, through %s,', (way) => {
  it('are read while they ring and after somebody answered', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', answerSeconds: 5 });
    const from = await buy(bench.carrier);
    const placed = await call(bench, from);
    expect(placed).toMatchObject({ from, to: LINE, answeredBy: null });
    await when(bench, placed.sid, 'ringing');
    expect(await when(bench, placed.sid, 'in-progress')).toMatchObject({ answeredBy: 'human' });
  });

  it('tell when a machine has answered, and only where that was asked for', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', behaviour: 'voicemail' });
    const from = await buy(bench.carrier);
    const heard = await call(bench, from);
    expect(await when(bench, heard.sid, 'in-progress')).toMatchObject({ answeredBy: 'machine' });
    await bench.carrier.hangUpCall(heard.sid);
    const unheard = await call(bench, from, false);
    expect(await when(bench, unheard.sid, 'in-progress')).toMatchObject({ answeredBy: null });
  });

  it('end when they are answered', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile' });
    const { sid } = await call(bench, await buy(bench.carrier));
    await when(bench, sid, 'in-progress');
    await bench.carrier.hangUpCall(sid);
    expect((await bench.carrier.readCall(sid))?.status).toBe('completed');
  });

  it('end while they ring, and before they ring', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', behaviour: 'rings-out' });
    const from = await buy(bench.carrier);
    const ringing = await call(bench, from);
    await when(bench, ringing.sid, 'ringing');
    const queued = await call(bench, from);
    for (const { sid } of [ringing, queued]) {
      await bench.carrier.hangUpCall(sid);
      await when(bench, sid, 'canceled');
    }
  });

  it('stay as they are when they are over, however often they are ended', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', behaviour: 'busy' });
    const { sid } = await call(bench, await buy(bench.carrier));
    await when(bench, sid, 'busy');
    await bench.carrier.hangUpCall(sid);
    await bench.carrier.hangUpCall(sid);
    expect((await bench.carrier.readCall(sid))?.status).toBe('busy');
  });

  it('end also when Twilio’s answer to that is lost', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile' });
    const { sid } = await call(bench, await buy(bench.carrier));
    await when(bench, sid, 'in-progress');
    bench.simulator.faults.add({
      match: { method: 'POST', path: `/Calls/${sid}.json` },
      when: 'after',
      effect: { kind: 'reset' },
    });
    await bench.carrier.hangUpCall(sid);
    expect((await bench.carrier.readCall(sid))?.status).toBe('completed');
  });

  it('that Twilio does not have are undefined, and ended already', async () => {
    const { carrier } = setUp(way);
    const nothing = `CA${'0'.repeat(32)}`;
    expect(await carrier.readCall(nothing)).toBeUndefined();
    await carrier.hangUpCall(nothing);
  });

  it('are refused with Twilio’s code when the country is closed, and cost nothing', async () => {
    const bench = setUp(way);
    bench.simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', blocked: 'geo-permission' });
    const order = { from: await buy(bench.carrier), to: LINE, twiml: '<Response/>' };
    const answer = await bench.carrier.placeCall({ ...order, timeLimitSeconds: 9, timeoutSeconds: 9 });
    expect(answer).toMatchObject({ outcome: 'refused', carrierCode: '21215' });
    expect(JSON.stringify(answer)).not.toContain(LINE.slice(2));
  });

  it('and look-ups send nothing that Twilio’s own OpenAPI documents do not know', async () => {
    const bench = setUp(way);
    const { sid } = await call(bench, await buy(bench.carrier));
    await bench.carrier.readCall(sid);
    await bench.carrier.hangUpCall(sid);
    await bench.carrier.lookUpLine(LINE);
    for (const request of bench.sent) {
      expect(request.objections, `${request.method} ${request.url.pathname}`).toEqual([]);
    }
  });
});

describe.each(ways)('a look-up at Twilio, through %s,', (way) => {
  it('tells whose line it is, and of what kind, and is charged once', async () => {
    const { carrier, simulator } = setUp(way);
    simulator.lines.add({ phoneNumber: LINE, carrier: 'Verizon', kind: 'mobile' });
    const before = simulator.bill.entries().length;
    expect(await carrier.lookUpLine(LINE)).toEqual({
      carrierName: expect.stringMatching(/verizon/i),
      kind: 'mobile',
    });
    expect(simulator.bill.entries()).toHaveLength(before + 1);
  });

  it('knows nothing of a line that nobody has', async () => {
    const { carrier } = setUp(way);
    expect(await carrier.lookUpLine('+15103456780')).toEqual({ carrierName: null, kind: null });
  });

  it('is not asked again when its answer is lost, because it was charged', async () => {
    const { carrier, simulator, sent } = setUp(way);
    simulator.faults.add({ match: { path: '/v2/PhoneNumbers/' }, when: 'after', effect: { kind: 'reset' } });
    await expect(carrier.lookUpLine(LINE)).rejects.toMatchObject({ code: 'carrier-unavailable' });
    expect(sent.filter(({ url }) => url.pathname.startsWith('/v2/PhoneNumbers/'))).toHaveLength(1);
  });
});
