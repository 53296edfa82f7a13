import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallHandle } from '../../src/calls/index.ts';
import { eventually } from './eventually.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { authToken, caller, createNetwork, office, own } from './network.ts';

vi.setConfig({ testTimeout: 15_000 });

let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

const codesOf = (call: CallHandle) =>
  call.events().flatMap((event) => (event.kind === 'error' || event.kind === 'warning' ? [event.code] : []));
const apology = 'An application error has occurred';

describe('fetching the TwiML of a number', () => {
  it('uses GET with the parameters in the signed query when VoiceMethod says so', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', '<Say>By GET</Say>');
    own(world, office, { voiceUrl: `${host.url}/voice?keep=a+b`, voiceMethod: 'GET' });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor('By GET');
    const request = host.request('/voice');
    expect(request).toMatchObject({ method: 'GET', params: { keep: 'a b', CallSid: call.sid, To: office } });
    expect(request.url).toContain('/voice?keep=a+b&');
    const signature = String(request.headers['x-twilio-signature']);
    expect(twilio.validateRequest(authToken, signature, request.url, {})).toBe(true);
  });

  it('tries again as the fragment says, with the same idempotency token, and never sends the fragment', async () => {
    const { world, calls } = createNetwork();
    let tries = 0;
    host.page('/voice', () => (++tries < 3 ? { status: 503 } : '<Say>Third time</Say>'));
    own(world, office, { voiceUrl: `${host.url}/voice#rc=2&rp=5xx` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor('Third time');
    expect(host.requests.map(({ url }) => url)).toEqual(Array(3).fill(`${host.url}/voice`));
    const tokens = host.requests.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(tokens[0]).toBeTruthy();
    expect(new Set(tokens).size).toBe(1);
    for (const { headers, params, url } of host.requests) {
      expect(twilio.validateRequest(authToken, String(headers['x-twilio-signature']), url, params)).toBe(
        true,
      );
    }
  });

  it('does not try an answered 500 again by default', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', { status: 500 });
    own(world, office, { voiceUrl: `${host.url}/voice` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor(apology);
    expect(host.requests).toHaveLength(1);
    expect(codesOf(call)).toEqual([11200]);
  });

  it('follows a redirect as GET, and what was posted is lost', async () => {
    const { world, calls } = createNetwork();
    host.page('/old', { status: 302, headers: { location: '/new?x=1' } });
    host.page('/new', '<Say>Moved</Say>');
    own(world, office, { voiceUrl: `${host.url}/old` });
    await calls.dial({ from: caller, to: office }).waitFor('Moved');
    expect(host.request('/old').method).toBe('POST');
    expect(host.request('/new')).toMatchObject({ method: 'GET', params: { x: '1' } });
  });

  it('gives up on endless redirects', async () => {
    const { world, calls } = createNetwork();
    host.page('/loop', { status: 301, headers: { location: '/loop' } });
    own(world, office, { voiceUrl: `${host.url}/loop` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor(apology);
    expect(codesOf(call)).toEqual([11215]);
  });

  it('asks the fallback with the error when the answer is no TwiML', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', { type: 'application/json', body: '{}' });
    host.page('/fallback', '<Say>Please call later</Say>');
    own(world, office, { voiceUrl: `${host.url}/voice`, voiceFallbackUrl: `${host.url}/fallback` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor('Please call later');
    expect(host.request('/fallback').params).toMatchObject({
      ErrorCode: '12300',
      ErrorUrl: `${host.url}/voice`,
      CallSid: call.sid,
    });
  });

  it('apologises when the fallback fails too, and asks nobody a third time', async () => {
    const { world, calls } = createNetwork();
    own(world, office, { voiceUrl: `${host.url}/voice`, voiceFallbackUrl: `${host.url}/fallback` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor(apology);
    await call.ended;
    expect(host.requests.map(({ path }) => path)).toEqual(['/voice', '/fallback']);
    expect(call.call.status).toBe('completed');
  });

  it('waits 15 seconds of the simulator for an answer and no longer', async () => {
    const { world, calls } = createNetwork({ mode: 'virtual' });
    host.page('/voice', () => 'silence');
    own(world, office, { voiceUrl: `${host.url}/voice` });
    const call = calls.dial({ from: caller, to: office });
    await eventually(() => host.requests.length).toBe(1);
    await world.clock.advance(14_900);
    expect(codesOf(call)).toEqual([]);
    await world.clock.advance(200);
    await call.waitFor(apology);
    expect(codesOf(call)).toEqual([11200]);
  });

  it('tries a refused connection twice', async () => {
    const { world, calls } = createNetwork();
    const gone = await startHost();
    await gone.close();
    own(world, office, { voiceUrl: `${gone.url}/voice` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor(apology);
    expect(call.events().filter(({ kind }) => kind === 'webhook-failure')).toHaveLength(2);
    expect(codesOf(call)).toEqual([11205]);
  });

  it('warns of what the schema does not know and goes on', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', '<Say Voice="alice">Hello</Say>');
    own(world, office, { voiceUrl: `${host.url}/voice` });
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor('Hello');
    expect(codesOf(call)).toEqual([12200]);
  });
});

describe('calling a number that no TwiML answers', () => {
  it('tells the caller that an unknown number is not in service, outside the account and unbilled', async () => {
    const { world, calls } = createNetwork();
    const call = calls.dial({ from: caller, to: '+15105550100' });
    await call.waitFor('not in service');
    expect((await call.ended).status).toBe('failed');
    expect(world.calls.all()).toEqual([]);
    expect(world.bill.entries()).toEqual([]);
  });

  it.each([
    ['has no VoiceUrl', {}, 'no VoiceUrl'],
    ['is set to a trunk', { trunkSid: 'TK1', voiceUrl: 'http://127.0.0.1:1/' }, 'outranks its VoiceUrl'],
    ['is set to an application', { voiceApplicationSid: 'AP1', voiceUrl: 'http://127.0.0.1:1/' }, 'outranks'],
  ])('apologises and says why when the number %s', async (_case, settings, why) => {
    const { world, calls } = createNetwork();
    own(world, office, settings);
    const call = calls.dial({ from: caller, to: office });
    await call.waitFor(apology);
    expect(JSON.stringify(call.events())).toContain(why);
    expect(call.events().some(({ kind }) => kind === 'webhook')).toBe(false);
  });

  it('looks the caller up for a cent when the number asks for it', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', '<Hangup/>');
    own(world, office, { voiceUrl: `${host.url}/voice`, voiceCallerIdLookup: true });
    await calls.dial({ from: caller, to: office, callerName: 'ANA', stirVerstat: 'TN-Validation-Passed-A' })
      .ended;
    expect(host.request('/voice').params).toMatchObject({
      CallerName: 'ANA',
      StirVerstat: 'TN-Validation-Passed-A',
    });
    expect(world.bill.entries().map(({ kind, amountMicros }) => [kind, amountMicros])).toEqual([
      ['lookup', 10_000],
      ['call', 8500],
    ]);
  });
});
