import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from './eventually.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { caller, createNetwork, office, own } from './network.ts';

vi.setConfig({ testTimeout: 15_000 });

const plumber = '+15105550177';
const branch = '+12125550100';
let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

function setUp(twiml: string, clock?: { mode: 'virtual' }) {
  const network = createNetwork(clock);
  host.page('/voice', twiml);
  own(network.world, office, { voiceUrl: `${host.url}/voice` });
  return network;
}

const childOf = ({ calls }: ReturnType<typeof createNetwork>, to: string) =>
  calls.list().find(({ call }) => call.direction === 'outbound-dial' && call.to === to);

describe('Dial', () => {
  it('puts an outside phone through, both ways, and reports the leg', async () => {
    const network = setUp(`<Dial action="/dialled" callerId="${office}"><Number>${plumber}</Number></Dial>`);
    host.page('/dialled', '<Hangup/>');
    network.calls.phones.set(plumber, { when: 'answers', says: 'Plumber here' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Plumber here');
    call.say('My tap drips');
    const callee = childOf(network, plumber);
    await callee?.waitFor('My tap drips');
    expect(callee?.call).toMatchObject({ parentCallSid: call.sid, from: office, status: 'in-progress' });
    callee?.hangup();
    await call.ended;
    expect(host.request('/dialled').params).toMatchObject({
      DialCallStatus: 'completed',
      DialCallSid: callee?.sid,
      DialCallDuration: expect.any(String),
      CallStatus: 'in-progress',
    });
    expect(
      network.world.bill
        .entries()
        .map(({ category }) => category)
        .sort(),
    ).toEqual(['calls-inbound-local', 'calls-outbound']);
  });

  it.each([
    ['busy', 'busy'],
    ['unreachable', 'failed'],
  ] as const)('reports a phone that is %s as %s, and goes on', async (when, status) => {
    const network = setUp(`<Dial action="/dialled">${plumber}</Dial>`);
    host.page('/dialled', '<Say>Leave a message</Say>');
    network.calls.phones.set(plumber, { when });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Leave a message');
    expect(host.request('/dialled').params.DialCallStatus).toBe(status);
    expect(host.request('/dialled').params.DialCallDuration).toBeUndefined();
  });

  it('rings for the timeout, and without an action runs the next verb', async () => {
    const network = setUp(`<Dial timeout="20">${plumber}</Dial><Say>Nobody is there</Say>`, {
      mode: 'virtual',
    });
    network.calls.phones.set(plumber, { when: 'no-answer' });
    const call = network.calls.dial({ from: caller, to: office });
    await eventually(() => childOf(network, plumber)?.call.status).toBe('ringing');
    await network.world.clock.advance(19_000);
    expect(call.transcript()).toEqual([]);
    await network.world.clock.advance(1100);
    await call.waitFor('Nobody is there');
    expect(childOf(network, plumber)?.call.status).toBe('no-answer');
  });

  it('lets the first of several phones win', async () => {
    const network = setUp(`<Dial><Number>${plumber}</Number><Sip>sip:agent@pbx.example</Sip></Dial>`);
    network.calls.phones.set(plumber, { when: 'no-answer' });
    network.calls.phones.set('sip:agent@pbx.example', { when: 'answers', says: 'Agent by SIP' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Agent by SIP');
    expect(childOf(network, plumber)?.call.status).toBe('canceled');
    call.hangup();
    await call.ended;
    expect(childOf(network, 'sip:agent@pbx.example')?.call.status).toBe('completed');
  });

  it('reaches another number of the account, whose own TwiML answers', async () => {
    const network = setUp(`<Dial>${branch}</Dial>`);
    host.page('/branch', '<Gather input="speech" action="/said"><Say>Branch office</Say></Gather>');
    host.page('/said', ({ params }) => `<Say>You want ${params.SpeechResult}</Say>`);
    own(network.world, branch, { voiceUrl: `${host.url}/branch` });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Branch office');
    call.say('pizza');
    await call.waitFor('You want pizza');
    await call.ended;
    expect(host.request('/branch').params).toMatchObject({ From: caller, To: branch, Direction: 'inbound' });
    expect(network.world.bill.entries()).toHaveLength(3);
  });

  it('follows a line that its carrier forwards, with ForwardedFrom', async () => {
    const network = setUp(`<Dial>${plumber}</Dial>`);
    host.page('/branch', '<Say>Forwarded</Say>');
    own(network.world, branch, { voiceUrl: `${host.url}/branch` });
    network.calls.phones.set(plumber, { when: 'answers', forwardsTo: branch });
    await network.calls.dial({ from: caller, to: office }).waitFor('Forwarded');
    expect(host.request('/branch').params).toMatchObject({ ForwardedFrom: plumber, From: caller });
  });

  it('ends the loop of a number that dials itself', async () => {
    const network = setUp(`<Dial answerOnBridge="true">${office}</Dial>`);
    const call = network.calls.dial({ from: caller, to: office });
    expect((await call.ended).status).toBe('completed');
    expect(host.requests.length).toBeLessThan(15);
  });

  it('hangs the callee up when the caller goes, and still tells the action', async () => {
    const network = setUp(`<Dial action="/dialled" hangupOnStar="true">${plumber}</Dial>`);
    network.calls.phones.set(plumber, { when: 'answers', says: 'Hello?' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Hello?');
    call.hangup();
    await call.ended;
    expect(host.request('/dialled').params).toMatchObject({
      DialCallStatus: 'completed',
      CallStatus: 'completed',
    });
  });

  it('leads on when the caller presses star and the dial allows it', async () => {
    const network = setUp(`<Dial hangupOnStar="true">${plumber}</Dial><Say>Back again</Say>`);
    network.calls.phones.set(plumber, { when: 'answers', says: 'Hello?' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Hello?');
    call.press('*');
    await call.waitFor('Back again');
  });

  it('lets the callee hear a screening document first, and does not put through who hangs up there', async () => {
    const network = setUp(`<Dial action="/dialled"><Number url="/screen">${plumber}</Number></Dial>`);
    host.page('/screen', '<Gather action="/choice" numDigits="1"><Say>Press 1 to accept</Say></Gather>');
    host.page('/choice', ({ params }) => (params.Digits === '1' ? '<Say>Connecting</Say>' : '<Hangup/>'));
    host.page('/dialled', '<Say>Sorry</Say>');
    const accepted = network.calls.dial({ from: caller, to: office });
    await eventually(() => childOf(network, plumber)?.call.status).toBe('in-progress');
    const callee = childOf(network, plumber);
    await callee?.waitFor('Press 1');
    callee?.press('1');
    await callee?.waitFor('Connecting');
    callee?.say('Hello there');
    await accepted.waitFor('Hello there');
    accepted.hangup();
    await accepted.ended;

    const declined = network.calls.dial({ from: caller, to: office });
    await eventually(() => childOf(network, plumber)?.sid).not.toBe(callee?.sid);
    await childOf(network, plumber)?.waitFor('Press 1');
    childOf(network, plumber)?.press('2');
    await declined.waitFor('Sorry');
  });

  it('reports the recording of a recorded call', async () => {
    const network = setUp(
      `<Dial record="record-from-answer" recordingStatusCallback="/ready" action="/dialled">${plumber}</Dial>`,
    );
    host.page('/dialled', '<Hangup/>');
    host.page('/ready', { body: '' });
    network.calls.phones.set(plumber, { when: 'answers', says: 'Hello?' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.waitFor('Hello?');
    childOf(network, plumber)?.hangup();
    await call.ended;
    const { RecordingSid } = host.request('/dialled').params;
    expect(RecordingSid).toMatch(/^RE/);
    expect(host.request('/ready').params).toMatchObject({ RecordingSid, RecordingStatus: 'completed' });
  });

  it('warns of a number that is none and of a foreign caller id', async () => {
    const network = setUp('<Dial>12</Dial><Dial callerId="+19995550100">+15105550177</Dial>');
    network.calls.phones.set(plumber, { when: 'busy' });
    const call = network.calls.dial({ from: caller, to: office });
    await call.ended;
    const codes = call.events().flatMap((event) => (event.kind === 'warning' ? [event.code] : []));
    expect(codes).toEqual([13224, 13247]);
  });
});
