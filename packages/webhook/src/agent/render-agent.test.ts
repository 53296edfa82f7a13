import type { AgentConfig, ConversationRelayAgent } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { find, outline, parseTwiml } from '../../test/parse-twiml.ts';
import { CONVERSATION_RELAY_ATTRIBUTES, twiml } from '../twiml/index.ts';
import { renderAgent } from './render-agent.ts';

const context = {
  owner: { tenantId: 't & "1"', numberId: 'num_1' },
  actionUrl: 'https://app.example.com/twilio/voice/action',
};

function write(agent: AgentConfig): string {
  return twiml.response(...renderAgent(agent, context));
}

function parametersIn(document: string, parent: string): Record<string, string | undefined> {
  const parameters = find(document, parent).children.filter(({ name }) => name === 'Parameter');
  return Object.fromEntries(parameters.map(({ attributes }) => [attributes.name, attributes.value]));
}

describe('a ConversationRelay agent', () => {
  const relay: ConversationRelayAgent = { kind: 'conversation-relay', url: 'wss://a.example/r' };

  it('is written with every property of its configuration', () => {
    const document = write({
      ...relay,
      greeting: 'Hi',
      language: 'en-US',
      voice: 'en-US-Journey-O',
      ttsProvider: 'Google',
      transcriptionProvider: 'Deepgram',
      speechModel: 'nova-3-general',
      interruptible: 'speech',
      dtmfDetection: true,
      hints: ['numberkit', 'Bean Scene'],
      languages: [{ code: 'es-US', ttsProvider: 'Google', voice: 'v', speechModel: 'm' }],
    });
    expect(find(document, 'ConversationRelay').attributes).toEqual({
      url: 'wss://a.example/r',
      welcomeGreeting: 'Hi',
      language: 'en-US',
      ttsProvider: 'Google',
      voice: 'en-US-Journey-O',
      transcriptionProvider: 'Deepgram',
      speechModel: 'nova-3-general',
      interruptible: 'speech',
      dtmfDetection: 'true',
      hints: 'numberkit,Bean Scene',
    });
    expect(find(document, 'Language').attributes).toEqual({
      code: 'es-US',
      ttsProvider: 'Google',
      voice: 'v',
      speechModel: 'm',
    });
    expect(find(document, 'Connect').attributes).toEqual({ action: context.actionUrl, method: 'POST' });
  });

  it('that cannot change is written as one that can, call after call, each with what is known of that call', () => {
    const agent = {
      ...relay,
      greeting: 'Salon & Spa',
      languages: [{ code: 'es-US' }],
      parameters: { plan: 'pro', caller: 'made up' },
    };
    const frozen = Object.freeze({
      ...agent,
      languages: Object.freeze(agent.languages.map((one) => Object.freeze(one))),
      parameters: Object.freeze(agent.parameters),
    });
    for (const caller of ['+14155550100', '+14155550101']) {
      const about = { calledNumber: '+15105550111', caller, forwarded: 'false' } as const;
      const [once, anew] = [frozen, { ...agent }].map((one) =>
        twiml.response(...renderAgent(one, { ...context, about })),
      );
      expect(once).toBe(anew);
      expect(parametersIn(once ?? '', 'ConversationRelay')).toMatchObject({ plan: 'pro', caller });
    }
  });

  it('hands on parameters whatever they are called, also as what every object has', () => {
    const parameters = { constructor: 'a', toString: 'b', valueOf: 'c' };
    // Written so, they are the object's own.
    const agent = { ...relay, parameters: parameters as unknown as Record<string, string> };
    expect(parametersIn(write(agent), 'ConversationRelay')).toMatchObject(parameters);
  });

  it('that a host changes between two calls is written as it is at each of them', () => {
    const parameters = { plan: 'starter' };
    const agent = Object.freeze({ ...relay, parameters });
    expect(write(agent)).toContain('value="starter"');
    parameters.plan = 'pro';
    expect(write(agent)).toContain('value="pro"');
  });

  it('has only its address when nothing else is configured', () => {
    expect(find(write(relay), 'ConversationRelay').attributes).toEqual({ url: 'wss://a.example/r' });
    expect(find(write({ ...relay, hints: [] }), 'ConversationRelay').attributes).not.toHaveProperty('hints');
  });

  it('takes every documented attribute in its exact case, whatever case was stored', () => {
    const others = CONVERSATION_RELAY_ATTRIBUTES.filter((name) => name !== 'url');
    const attributes = Object.fromEntries(others.map((name) => [name.toLowerCase(), `value of ${name}`]));
    const expected = Object.fromEntries(others.map((name) => [name, `value of ${name}`]));
    const written = find(write({ ...relay, attributes }), 'ConversationRelay').attributes;
    expect(written).toEqual({ ...expected, url: 'wss://a.example/r' });
  });

  it('passes on attributes that Twilio has added since', () => {
    const { attributes } = find(write({ ...relay, attributes: { somethingNew: 'on' } }), 'ConversationRelay');
    expect(attributes.somethingNew).toBe('on');
  });

  it('does not let a free attribute replace what the configuration names', () => {
    const document = write({
      ...relay,
      greeting: 'Hi',
      attributes: { URL: 'wss://evil.example', welcomegreeting: 'No' },
    });
    expect(find(document, 'ConversationRelay').attributes).toEqual({
      url: 'wss://a.example/r',
      welcomeGreeting: 'Hi',
    });
  });

  it.each(['ws://a.example', 'ws://localhost.a.example', 'https://a.example', 'a.example/r', ''])(
    'refuses the address %j',
    (url) => {
      expect(() => write({ ...relay, url })).toThrow(/^agent\.url: not a wss:\/\/ address/);
    },
  );

  it.each(['ws://localhost:3000/agent', 'ws://127.0.0.1/agent', 'ws://[::1]:3000'])(
    'takes %s, an address of this machine that only a simulator can mean',
    (url) => {
      expect(find(write({ ...relay, url }), 'ConversationRelay').attributes).toMatchObject({ url });
    },
  );
});

describe('the parameters of an agent', () => {
  it.each(['conversation-relay', 'media-stream'] as const)(
    'tell a %s agent tenant and number, which no configured parameter can replace',
    (kind) => {
      const document = write({
        kind,
        url: 'wss://a.example/r',
        parameters: { tenantId: 'someone else', numberId: 'num_2', plan: 'pro', '<x>': '&' },
      });
      const parent = kind === 'media-stream' ? 'Stream' : 'ConversationRelay';
      expect(parametersIn(document, parent)).toEqual({
        tenantId: 't & "1"',
        numberId: 'num_1',
        plan: 'pro',
        '<x>': '&',
      });
    },
  );
});

describe('a media-stream agent', () => {
  it('is connected with an action', () => {
    const document = write({ kind: 'media-stream', url: 'wss://a.example/s' });
    expect(outline(document)).toBe('Connect(Stream(Parameter Parameter))');
    expect(find(document, 'Connect').attributes.action).toBe(context.actionUrl);
    expect(find(document, 'Stream').attributes).toEqual({ url: 'wss://a.example/s' });
  });
});

describe('a SIP agent', () => {
  it('is dialled with credentials, headers and an action', () => {
    const document = write({
      kind: 'sip',
      uri: 'sip:agent@sip.example.com;transport=tls',
      username: 'me',
      password: 'p"w',
      headers: { 'X-Room': 'a & b=c' },
    });
    const { attributes, text } = find(document, 'Sip');
    expect(attributes).toEqual({ username: 'me', password: 'p"w' });
    expect(text).toBe(
      'sip:agent@sip.example.com;transport=tls?X-Room=a%20%26%20b%3Dc&X-Tenant-Id=t%20%26%20%221%22&X-Number-Id=num_1',
    );
    expect(find(document, 'Dial').attributes).toEqual({
      action: context.actionUrl,
      method: 'POST',
      answerOnBridge: 'true',
    });
  });

  it('keeps headers its address already has, and does not let headers replace tenant and number', () => {
    const document = write({
      kind: 'sip',
      uri: 'sips:agent@example.com?X-Old=1',
      headers: { 'x-tenant-id': 'someone else' },
    });
    expect(find(document, 'Sip').text).toBe(
      'sips:agent@example.com?X-Old=1&X-Tenant-Id=t%20%26%20%221%22&X-Number-Id=num_1',
    );
  });

  it('refuses headers that Twilio does not pass on, and addresses that are not SIP', () => {
    expect(() => write({ kind: 'sip', uri: 'sip:a@b', headers: { From: 'x' } })).toThrow(/^agent\.headers/);
    expect(() => write({ kind: 'sip', uri: 'tel:+14155550100' })).toThrow(/^agent\.uri/);
  });
});

describe('a dial agent', () => {
  it('refuses a phone number that is not E.164', () => {
    expect(() => write({ kind: 'dial', phoneNumber: '415 555 0100' })).toThrow(/^agent\.phoneNumber/);
  });
});

describe('a redirect agent', () => {
  it('sends the call on', () => {
    const document = write({ kind: 'redirect', url: 'https://host.example/twiml?a=1&b=2' });
    const { attributes, text } = find(document, 'Redirect');
    expect([attributes, text]).toEqual([{ method: 'POST' }, 'https://host.example/twiml?a=1&b=2']);
  });

  it('refuses what is no full address', () => {
    expect(() => write({ kind: 'redirect', url: '/twiml' })).toThrow(/^agent\.url/);
  });
});

describe('a say agent', () => {
  it('speaks and hangs up', () => {
    const document = write({ kind: 'say', text: 'Closed.', language: 'en-GB', voice: 'Polly.Amy' });
    expect(outline(document)).toBe('Say Hangup');
    expect(find(document, 'Say').attributes).toEqual({ language: 'en-GB', voice: 'Polly.Amy' });
  });

  it.each([
    ['words', 'word '.repeat(2000)],
    ['one long word', 'w'.repeat(9000)],
    ['pairs of surrogates', '😀'.repeat(4500)],
    ['surrogates off the even places', `a${'😀'.repeat(4500)}`],
  ])('says a long text of %s in pieces that Twilio reads, losing nothing', (_kind, text) => {
    const spoken = parseTwiml(write({ kind: 'say', text })).children.filter(({ name }) => name === 'Say');
    expect(spoken.map((piece) => piece.text).join('')).toBe(text);
    expect(Math.max(...spoken.map((piece) => piece.text.length))).toBeLessThanOrEqual(4096);
  });
});

describe('an agent of a kind this version does not know', () => {
  it('is refused', () => {
    const future: unknown = { kind: 'hologram' };
    // The store may have been written by a newer version.
    expect(() => write(future as AgentConfig)).toThrow(/^agent\.kind/);
  });
});
