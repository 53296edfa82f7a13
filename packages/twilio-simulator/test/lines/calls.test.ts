import { describe, expect, it } from 'vitest';
import type { NewLine } from '../../src/index.ts';
import {
  callAfter,
  callLine,
  inboundAt,
  type LineBench,
  landline,
  mobile,
  national,
  setUpLines,
  statusReport,
  stranger,
} from './bench.ts';

/** A GSM line, with what was dialled on it; `N` stands for the tenant's number. */
async function forwarding(dialled: string, settings: Partial<NewLine> = {}): Promise<LineBench> {
  const bench = await setUpLines();
  bench.simulator.lines.add({ phoneNumber: mobile, carrier: 'T-Mobile', kind: 'mobile', ...settings });
  if (dialled !== '') {
    const keys = dialled.replace('N', national(bench.number));
    await bench.simulator.lines.dial(mobile, keys).done;
  }
  return bench;
}

describe('a call to a line that forwards', () => {
  it('comes in at the Twilio number, and its refusal there goes back to the caller', async () => {
    const bench = await forwarding('**21*N#');
    const { sid } = await callLine(bench, mobile);
    expect(await callAfter(bench, sid, 1)).toMatchObject({ status: 'busy', price: null });
    expect(inboundAt(bench, bench.number)).toMatchObject([
      { From: bench.verifier, ForwardedFrom: mobile, CallStatus: 'ringing' },
    ]);
    expect(statusReport(bench, sid)).toMatchObject({ CallStatus: 'busy', SipResponseCode: '486' });
    expect(bench.simulator.bill.entries().filter(({ kind }) => kind === 'call')).toEqual([]);
  });

  it('is answered when the number answers, and can be hung up over the REST API', async () => {
    const bench = await forwarding('**21*N#');
    bench.agent.answer = '<Pause length="1"/><Say>Acme</Say><Pause length="300"/>';
    const { sid } = await callLine(bench, mobile);
    expect(await callAfter(bench, sid, 0)).toMatchObject({ status: 'ringing' });
    const cancelled = await bench.client.calls(sid).update({ status: 'completed' });
    expect(cancelled.status).toBe('canceled');
    const again = await callLine(bench, mobile);
    expect(await callAfter(bench, again.sid, 3)).toMatchObject({ status: 'completed' });
    const inbound = await bench.client.calls.list({ to: bench.number });
    expect(inbound.map(({ status }) => status)).toEqual(['completed', 'no-answer']);
    expect(inbound.map(({ forwardedFrom }) => forwardedFrom)).toEqual([mobile, mobile]);
  });

  it.each([
    ['busy', '**67*N#', 0],
    ['unreachable', '**62*N#', 0],
    ['rings-out', '**61*N*11*10#', 10],
    ['voicemail', '**61*N#', 20],
  ] as const)('that is %s follows %s', async (behaviour, dialled, seconds) => {
    const bench = await forwarding(dialled, { behaviour });
    await callLine(bench, mobile, 45);
    if (seconds > 0) {
      await bench.simulator.clock.advance(seconds * 1000 - 500);
      expect(inboundAt(bench, bench.number)).toEqual([]);
    }
    await bench.simulator.clock.advance(1000);
    expect(inboundAt(bench, bench.number)).toHaveLength(1);
  });

  it('reaches the person who answers before the no-answer time, and not the one who comes later', async () => {
    const early = await forwarding('**61*N*11*10#', { answerSeconds: 5 });
    const { sid } = await callLine(early, mobile);
    expect(await callAfter(early, sid, 6)).toMatchObject({ status: 'completed', answeredBy: 'human' });
    const late = await forwarding('**61*N*11*10#', { answerSeconds: 15 });
    await callLine(late, mobile);
    await late.simulator.clock.advance(11_000);
    expect(inboundAt(late, late.number)).toHaveLength(1);
  });

  it('takes a stranger to the agent, who is heard, and shows the webhook in the log of the call', async () => {
    const bench = await forwarding('**004*N#', { behaviour: 'busy' });
    bench.agent.answer = '<Gather input="speech" action="/said"><Say>Acme, how can I help?</Say></Gather>';
    const call = bench.simulator.calls.dial({ from: stranger, to: mobile });
    await call.waitFor('how can I help');
    call.say('Are you open?');
    await call.waitFor(() =>
      bench.agent.requests.some(({ SpeechResult }) => SpeechResult === 'Are you open?'),
    );
    call.hangup();
    expect((await call.ended).status).toBe('completed');
    expect(inboundAt(bench, bench.number)[0]).toMatchObject({ From: stranger, ForwardedFrom: mobile });
    expect(call.events().some(({ kind }) => kind === 'webhook')).toBe(true);
    const calls = bench.simulator.bill.entries().filter(({ kind }) => kind === 'call');
    expect(calls.map(({ category }) => category)).toEqual(['calls-inbound-local']);
  });
});

describe('quirks of the carrier', () => {
  it.each([
    [{ caller: 'line' }, { From: mobile, ForwardedFrom: mobile }],
    [{ forwardedFrom: 'called' }, { ForwardedFrom: 'number' }],
    [{ forwardedFrom: 'absent' }, { ForwardedFrom: undefined }],
  ] as const)('%o', async (quirks, expected) => {
    const bench = await forwarding('**21*N#', { quirks });
    await callLine(bench, mobile);
    await bench.simulator.clock.advance(1000);
    const [request] = inboundAt(bench, bench.number);
    const wanted = expected.ForwardedFrom === 'number' ? bench.number : expected.ForwardedFrom;
    expect(request?.ForwardedFrom).toBe(wanted);
    expect(request?.From).toBe('From' in expected ? expected.From : bench.verifier);
  });

  it('lets voicemail come first, whatever is forwarded', async () => {
    const bench = await forwarding('**61*N#', {
      behaviour: 'voicemail',
      quirks: { voicemailFirst: ['no-answer'], ringSeconds: 15 },
    });
    const { sid } = await callLine(bench, mobile, 45);
    expect(await callAfter(bench, sid, 16)).toMatchObject({
      status: 'completed',
      answeredBy: 'machine_start',
    });
    expect(inboundAt(bench, bench.number)).toEqual([]);
  });
});

describe('a call that does not come back', () => {
  it.each([
    ['a person', { behaviour: 'answers' }, { status: 'completed', answeredBy: 'human' }, '200'],
    ['voicemail', { behaviour: 'voicemail' }, { status: 'completed', answeredBy: 'machine_start' }, '200'],
    ['a busy line', { behaviour: 'busy' }, { status: 'busy', answeredBy: null }, '486'],
    ['nobody', { behaviour: 'rings-out' }, { status: 'no-answer', answeredBy: null }, '487'],
    ['a phone that is off', { behaviour: 'unreachable' }, { status: 'failed', answeredBy: null }, '480'],
    ['a carrier that declines', { blocked: 'declined' }, { status: 'failed' }, '603'],
    ['a carrier that finds it unwanted', { blocked: 'unwanted' }, { status: 'failed' }, '607'],
  ] as const)('because of %s', async (_who, settings, expected, sipCode) => {
    const bench = await forwarding('', settings);
    const { sid } = await callLine(bench, mobile, 30);
    expect(await callAfter(bench, sid, 40)).toMatchObject(expected);
    expect(inboundAt(bench, bench.number)).toEqual([]);
    expect(statusReport(bench, sid)).toMatchObject({ SipResponseCode: sipCode });
  });

  it.each([
    ['geo-permission', 21215],
    ['blocklist', 21216],
  ] as const)('because Twilio does not place it: %s', async (blocked, code) => {
    const bench = await forwarding('', { blocked });
    await expect(callLine(bench, mobile)).rejects.toMatchObject({ status: 400, code });
  });

  it('because two lines forward to each other', async () => {
    const bench = await forwarding(`**21*${national(landline)}#`);
    bench.simulator.lines.add({ phoneNumber: landline, carrier: 'Google Voice', kind: 'app' });
    bench.simulator.lines.forward(landline, 'all', mobile);
    const { sid } = await callLine(bench, mobile);
    expect(await callAfter(bench, sid, 1)).toMatchObject({ status: 'failed' });
    expect(statusReport(bench, sid)).toMatchObject({ SipResponseCode: '482' });
  });

  it('because the agent transfers to the line that forwards to it', async () => {
    const bench = await forwarding('**21*N#');
    bench.agent.answer = `<Dial answerOnBridge="true">${mobile}</Dial>`;
    const { sid } = await callLine(bench, mobile);
    expect(await callAfter(bench, sid, 1)).toMatchObject({ status: 'no-answer' });
    const times = inboundAt(bench, bench.number).length;
    expect(times).toBeGreaterThan(1);
    expect(times).toBeLessThan(10);
  });
});

describe('machine detection', () => {
  it('waits for the beep when asked to, and is charged for', async () => {
    const bench = await forwarding('', { behaviour: 'voicemail' });
    const { sid } = await bench.client.calls.create({
      from: bench.verifier,
      to: mobile,
      machineDetection: 'DetectMessageEnd',
      twiml: '<Response/>',
    });
    expect(await callAfter(bench, sid, 21)).toMatchObject({ answeredBy: 'machine_end_beep' });
    const [usage] = await bench.client.usage.records.list({ category: 'answering-machine-detection' });
    expect(usage).toMatchObject({ count: '1', price: '0.0075' });
  });

  it('tells the host who answered before it says what follows', async () => {
    const bench = await forwarding('', { behaviour: 'voicemail' });
    bench.agent.answer = '<Hangup/>';
    await bench.client.calls.create({
      from: bench.verifier,
      to: mobile,
      machineDetection: 'Enable',
      url: 'https://host.example/answered',
    });
    await bench.simulator.clock.advance(21_000);
    expect(bench.agent.requests[0]).toMatchObject({ AnsweredBy: 'machine_start', CallStatus: 'in-progress' });
  });
});
