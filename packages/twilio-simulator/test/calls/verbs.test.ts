import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { caller, createNetwork, office, own } from './network.ts';

vi.setConfig({ testTimeout: 15_000 });

let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

function setUp(twiml: string, clock?: { mode: 'virtual' }) {
  const network = createNetwork(clock);
  host.page('/voice', twiml);
  own(network.world, office, { voiceUrl: `${host.url}/voice`, statusCallback: `${host.url}/status` });
  return { ...network, call: network.calls.dial({ from: caller, to: office }) };
}

describe('Gather', () => {
  it('reports keys up to the finishing one, heard during its prompt too', async () => {
    host.page('/keys', '<Say>Thank you</Say>');
    const { call } = setUp('<Gather action="/keys"><Say>Enter your code</Say></Gather>');
    call.press('42#');
    await call.waitFor('Thank you');
    expect(host.request('/keys').params).toMatchObject({ Digits: '42', CallStatus: 'in-progress' });
  });

  it('stops at numDigits', async () => {
    host.page('/keys', '<Hangup/>');
    const { call } = setUp('<Gather action="/keys" numDigits="1"/>');
    call.press('12');
    await call.ended;
    expect(host.request('/keys').params.Digits).toBe('1');
  });

  it('reports speech when it listens to speech', async () => {
    host.page('/said', '<Hangup/>');
    const { call } = setUp('<Gather input="speech" action="/said"><Say>How can we help?</Say></Gather>');
    await call.waitFor('How can we help?');
    call.say('I need a plumber');
    await call.ended;
    expect(host.request('/said').params).toMatchObject({
      SpeechResult: 'I need a plumber',
      Confidence: '0.97',
    });
  });

  it('goes on to the next verb when nothing comes in time', async () => {
    const { world, call } = setUp('<Gather timeout="7"/><Say>We heard nothing</Say>', { mode: 'virtual' });
    await call.waitFor(({ events }) =>
      events().some((event) => event.kind === 'verb' && event.verb === 'Gather'),
    );
    await world.clock.advance(6900);
    expect(call.transcript()).toEqual([]);
    await world.clock.advance(200);
    await call.waitFor('We heard nothing');
  });
});

describe('Record', () => {
  it('reports recording and key, and the recording again to its own callback', async () => {
    host.page('/recorded', '<Say>Got it</Say>');
    host.page('/ready', { body: '' });
    const { call } = setUp('<Record action="/recorded" recordingStatusCallback="/ready"/>');
    await call.waitFor('[beep]');
    call.say('Please call me back');
    call.press('#');
    await call.waitFor('Got it');
    await call.ended;
    const { params } = host.request('/recorded');
    expect(params).toMatchObject({
      RecordingSid: expect.stringMatching(/^RE[0-9a-f]{32}$/),
      RecordingUrl: expect.stringContaining(`/Recordings/${params.RecordingSid}`),
      RecordingDuration: '1',
      Digits: '#',
    });
    expect(host.request('/ready').params).toMatchObject({
      RecordingStatus: 'completed',
      RecordingSid: params.RecordingSid,
    });
  });

  it('tells the action even when the caller ends the message by hanging up', async () => {
    host.page('/recorded', '<Say>Never heard</Say>');
    const { call } = setUp('<Record action="/recorded"/>');
    await call.waitFor('[beep]');
    call.say('Bye');
    call.hangup();
    await call.ended;
    expect(host.request('/recorded').params).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
    expect(call.transcript().some(({ text }) => text === 'Never heard')).toBe(false);
  });

  it('drops a silent recording and runs the next verb', async () => {
    const { world, call } = setUp('<Record action="/recorded"/><Say>Nothing recorded</Say>', {
      mode: 'virtual',
    });
    await call.waitFor('[beep]');
    await world.clock.advance(5100);
    await call.waitFor('Nothing recorded');
    expect(host.requests.some(({ path }) => path === '/recorded')).toBe(false);
  });
});

describe('Reject, Pause, Redirect, Play, Hangup', () => {
  it('leaves a rejected call unbilled and reports it as busy', async () => {
    const { world, call } = setUp('<Reject reason="busy"/>');
    expect((await call.ended).status).toBe('busy');
    expect(world.bill.entries()).toEqual([]);
    expect(host.request('/status').params).toMatchObject({ CallStatus: 'busy', CallDuration: '0' });
  });

  it('rings through a leading pause and counts time only from the answer', async () => {
    const { world, call } = setUp('<Pause length="5"/><Say>Hello</Say><Pause length="61"/>', {
      mode: 'virtual',
    });
    await call.waitFor(({ events }) => events().some(({ kind }) => kind === 'verb'));
    await world.clock.advance(4000);
    expect(call.call.status).toBe('ringing');
    await world.clock.advance(1100);
    await call.waitFor('Hello');
    expect(call.call.status).toBe('in-progress');
    await world.clock.advance(61_000);
    const { durationSeconds, priceMicros } = await call.ended;
    expect(durationSeconds).toBe(61);
    expect(priceMicros).toBe(2 * 8500);
    expect(host.request('/status').params).toMatchObject({ CallDuration: '61', Duration: '2' });
  });

  it('runs everything due in one long advance', async () => {
    const { world, call } = setUp('<Say>1</Say><Pause/><Say>2</Say><Pause/><Say>3</Say>', {
      mode: 'virtual',
    });
    await call.waitFor('1');
    await world.clock.advance(60_000);
    await call.ended;
    expect(call.transcript().map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(call.call.durationSeconds).toBe(2);
  });

  it('follows a redirect, resolving it against the document it stands in', async () => {
    host.page(
      '/menu/next',
      '<Play digits="1w2"/><Play>https://a.example/b.mp3</Play><Hangup/><Say>Unreached</Say>',
    );
    const { call } = setUp('<Redirect method="GET">menu/next</Redirect>');
    await call.ended;
    expect(host.request('/menu/next').method).toBe('GET');
    expect(call.transcript().map(({ text }) => text)).toEqual([
      '[tones 1w2]',
      '[plays https://a.example/b.mp3]',
    ]);
  });

  it('hangs up at the end of the document', async () => {
    const { call } = setUp('<Say>That is all</Say>');
    expect((await call.ended).status).toBe('completed');
  });
});

describe('Start', () => {
  it('reports its recording after the call', async () => {
    host.page('/ready', { body: '' });
    const { call } = setUp('<Start><Recording recordingStatusCallback="/ready"/></Start><Say>Hello</Say>');
    await call.ended;
    expect(host.request('/ready').params).toMatchObject({
      RecordingStatus: 'completed',
      RecordingSource: 'StartCallRecordingTwiML',
      CallStatus: 'completed',
    });
  });
});

describe('the phone in the hand', () => {
  it('explains what happened when it waits in vain', async () => {
    const { call } = setUp('<Say>Hello</Say>');
    await expect(call.waitFor('Good evening')).rejects.toThrow(
      /ended without Good evening[\s\S]*twilio: Hello/,
    );
  });

  it('refuses keys that no phone has', () => {
    const { call } = setUp('<Hangup/>');
    expect(() => call.press('x')).toThrow(TypeError);
  });
});
