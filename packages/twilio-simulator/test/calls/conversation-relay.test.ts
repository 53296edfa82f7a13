import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { authToken, caller, createNetwork, office, own } from './network.ts';

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
