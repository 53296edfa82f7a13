import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
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

/** An agent that keeps what it gets and answers prompts word by word. */
function talkingAgent(received: Record<string, unknown>[]) {
  return (socket: WebSocket) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      received.push(message);
      if (message.type !== 'prompt') return;
      const words = `You said ${message.voicePrompt}`.split(' ');
      words.forEach((word, index) => {
        const last = index === words.length - 1;
        socket.send(JSON.stringify({ type: 'text', token: last ? word : `${word} `, last }));
      });
    });
  };
}

function relay(attributes = '', inside = '', connect = ''): string {
  const url = `${host.socketUrl}/relay`;
  return `<Connect ${connect}><ConversationRelay url="${url}" ${attributes}>${inside}</ConversationRelay></Connect>`;
}

describe('a call to a number whose TwiML connects a relay', () => {
  it('is signed, greets, carries speech both ways, and reports action and status afterwards', async () => {
    const { world, calls } = createNetwork();
    const received: Record<string, unknown>[] = [];
    const inside = '<Parameter name="tenantId" value="t_1"/>';
    host.page(
      '/voice',
      relay('welcomeGreeting="Thanks for calling Acme &amp; Co"', inside, 'action="/ended"'),
    );
    host.page('/ended', '<Say>Goodbye</Say>');
    host.page('/status', { body: '' });
    host.agent('/relay', talkingAgent(received));
    own(world, office, { voiceUrl: `${host.url}/voice?x=1&y='a'`, statusCallback: `${host.url}/status` });

    const call = calls.dial({ from: caller, to: office, forwardedFrom: '+15105550199' });
    await call.waitFor('Thanks for calling Acme & Co');
    call.say('hello there');
    await call.waitFor('You said hello there');
    expect(call.call.status).toBe('in-progress');
    call.hangup();
    await call.ended;

    const [voice, ended, status] = ['/voice', '/ended', '/status'].map((path) => host.request(path));
    for (const request of host.requests) {
      const signature = String(request.headers['x-twilio-signature']);
      expect(twilio.validateRequest(authToken, signature, request.url, request.params)).toBe(true);
    }
    expect(voice).toMatchObject({
      method: 'POST',
      url: `${host.url}/voice?x=1&y='a'`,
      params: {
        CallSid: call.sid,
        AccountSid: world.account.sid,
        From: caller,
        Caller: caller,
        To: office,
        Called: office,
        CallStatus: 'ringing',
        Direction: 'inbound',
        ApiVersion: '2010-04-01',
        ForwardedFrom: '+15105550199',
        FromCity: 'OAKLAND',
        CalledZip: '94607',
      },
    });
    expect(ended).toMatchObject({
      path: '/ended',
      params: { CallStatus: 'completed', SessionStatus: 'completed', SessionDuration: expect.any(String) },
    });
    expect(status).toMatchObject({
      path: '/status',
      params: {
        CallStatus: 'completed',
        CallDuration: expect.any(String),
        SequenceNumber: '0',
        CallbackSource: 'call-progress-events',
        Timestamp: expect.stringMatching(/ \+0000$/),
      },
    });
    const [handshake] = host.handshakes;
    const signature = String(handshake?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(authToken, signature, `${host.socketUrl}/relay`, {})).toBe(true);
    expect(received[0]).toEqual({
      type: 'setup',
      sessionId: expect.stringMatching(/^VX[0-9a-f]{32}$/),
      accountSid: world.account.sid,
      callSid: call.sid,
      parentCallSid: '',
      from: caller,
      to: office,
      forwardedFrom: '+15105550199',
      callerName: '',
      direction: 'inbound',
      callType: 'PSTN',
      callStatus: 'IN_PROGRESS',
      customParameters: { tenantId: 't_1' },
    });
    expect(received[1]).toEqual({ type: 'prompt', voicePrompt: 'hello there', lang: 'en-US', last: true });
    expect(call.transcript().map(({ who, text }) => `${who}: ${text}`)).toEqual([
      'agent: Thanks for calling Acme & Co',
      'caller: hello there',
      'agent: You said hello there',
    ]);
    expect(world.bill.entries()).toMatchObject([
      { category: 'calls-inbound-local', amountMicros: 8500, quantity: 1 },
    ]);
  });
});

describe('a relay', () => {
  async function answered(attributes = '', connect = '') {
    const network = createNetwork();
    const received: Record<string, unknown>[] = [];
    const agents: WebSocket[] = [];
    host.page('/voice', relay(attributes, '', connect));
    host.agent('/relay', (socket) => {
      agents.push(socket);
      socket.on('message', (data) => received.push(JSON.parse(String(data))));
    });
    own(network.world, office, { voiceUrl: `${host.url}/voice` });
    const call = network.calls.dial({ from: caller, to: office });
    await eventually(() => received.length).toBeGreaterThan(0);
    const send = (message: unknown) =>
      agents[0]?.send(typeof message === 'string' ? message : JSON.stringify(message));
    return { ...network, call, received, send, agent: agents[0] };
  }

  it('tells the agent how far it came when the caller interrupts', async () => {
    const { call, received, send } = await answered();
    send({
      type: 'text',
      token: 'Our opening hours are long and I will now read all of them to you.',
      last: true,
    });
    await call.waitFor('opening hours');
    call.interrupt('Stop please');
    await eventually(() => received.length).toBe(3);
    expect(received[1]).toEqual({
      type: 'interrupt',
      utteranceUntilInterrupt: expect.stringMatching(/^Our/),
      durationUntilInterruptMs: expect.stringMatching(/^\d+$/),
    });
    expect(received[2]).toMatchObject({ type: 'prompt', voicePrompt: 'Stop please' });
    expect(call.transcript()[0]?.interrupted).toBe(true);
  });

  it('does not interrupt an agent that may not be interrupted', async () => {
    const { call, received, send } = await answered('interruptible="none"');
    send({ type: 'text', token: 'This call is recorded for training purposes.', last: true });
    await call.waitFor('recorded');
    call.interrupt();
    call.say('ok');
    await eventually(() => received.length).toBe(2);
    expect(received[1]).toMatchObject({ type: 'prompt', voicePrompt: 'ok' });
  });

  it('sends keys only with dtmfDetection', async () => {
    const on = await answered('dtmfDetection="true"');
    on.call.press('1#');
    await expect
      .poll(() => on.received.slice(1))
      .toEqual([
        { type: 'dtmf', digit: '1' },
        { type: 'dtmf', digit: '#' },
      ]);
    const off = await answered();
    off.call.press('1');
    expect(JSON.stringify(off.call.events())).toContain('dtmfDetection is off');
    expect(off.received).toHaveLength(1);
  });

  it('delivers what the caller said before the agent was there', async () => {
    const network = createNetwork();
    const received: Record<string, unknown>[] = [];
    host.page('/voice', relay());
    host.agent('/relay', talkingAgent(received));
    own(network.world, office, { voiceUrl: `${host.url}/voice` });
    const call = network.calls.dial({ from: caller, to: office });
    call.say('hello?');
    await call.waitFor('You said hello?');
    expect(received.map(({ type }) => type)).toEqual(['setup', 'prompt']);
  });

  it('answers an invalid message with an error and goes on', async () => {
    const { call, received, send } = await answered();
    send('{"type":"speak","token":"Hi"}');
    send({ type: 'text', token: 'Still here', last: true });
    await call.waitFor('Still here');
    await expect
      .poll(() => received[1])
      .toEqual({
        type: 'error',
        description: 'Invalid message received: {"type":"speak","token":"Hi"}',
      });
    expect(call.events()).toContainEqual(expect.objectContaining({ kind: 'error', code: 64107 }));
  });

  it('changes the language of prompts, plays, and sends tones', async () => {
    const { call, received, send } = await answered('partialPrompts="true"');
    send({ type: 'language', ttsLanguage: 'es-ES', transcriptionLanguage: 'es-ES' });
    send({ type: 'play', source: 'https://a.example/hold.mp3' });
    send({ type: 'sendDigits', digits: '9w1' });
    await call.waitFor('[tones 9w1]');
    await call.waitFor('[plays https://a.example/hold.mp3]');
    call.say('hola que tal');
    await expect
      .poll(() => received.slice(1))
      .toEqual([
        { type: 'prompt', lang: 'es-ES', voicePrompt: 'hola que', last: false },
        { type: 'prompt', lang: 'es-ES', voicePrompt: 'hola que tal', last: true },
      ]);
  });

  it('ends with hand-off data, and the action decides what comes next', async () => {
    host.page('/ended', '<Say>Putting you through</Say>');
    const { call, send } = await answered('', 'action="/ended"');
    send({ type: 'end', handoffData: '{"reason":"human"}' });
    await call.waitFor('Putting you through');
    expect(host.request('/ended').params).toMatchObject({
      SessionStatus: 'ended',
      HandoffData: '{"reason":"human"}',
      SessionId: expect.stringMatching(/^VX/),
      CallStatus: 'in-progress',
    });
  });

  it('reports a dropped connection as failed', async () => {
    host.page('/ended', '<Say>The line broke</Say>');
    const { call, agent } = await answered('', 'action="/ended"');
    agent?.terminate();
    await call.waitFor('The line broke');
    expect(host.request('/ended').params).toMatchObject({ SessionStatus: 'failed', ErrorCode: '64105' });
  });

  it('ends the call when it ends without an action', async () => {
    const { call, agent } = await answered();
    agent?.close();
    expect((await call.ended).status).toBe('completed');
  });

  it('reports an agent that cannot be reached, and one that refuses the handshake', async () => {
    const { world, calls } = createNetwork();
    host.page('/voice', relay('', '', 'action="/ended"'));
    host.page('/ended', '<Say>Sorry</Say>');
    own(world, office, { voiceUrl: `${host.url}/voice` });
    await calls.dial({ from: caller, to: office }).waitFor('Sorry');
    expect(host.request('/ended').params).toMatchObject({
      SessionStatus: 'failed',
      SessionDuration: '0',
      ErrorCode: '64102',
      ErrorMessage: expect.stringContaining('HTTP 403'),
    });
  });

  it('refuses ws:// to another machine, as Twilio does', async () => {
    const { world, calls } = createNetwork();
    host.page(
      '/voice',
      '<Connect action="/ended"><ConversationRelay url="ws://agent.example/relay"/></Connect>',
    );
    host.page('/ended', '<Say>Sorry</Say>');
    own(world, office, { voiceUrl: `${host.url}/voice` });
    await calls.dial({ from: caller, to: office }).waitFor('Sorry');
    expect(host.request('/ended').params.ErrorCode).toBe('64101');
  });
});
