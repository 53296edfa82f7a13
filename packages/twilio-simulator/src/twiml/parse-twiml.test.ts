import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseTwiml, parseTwimlResponse, TwimlError } from './index.ts';

// The official SDK is CommonJS and loads in a third of a second; only its TwiML writer is needed here.
const VoiceResponse: typeof import('twilio').twiml.VoiceResponse = createRequire(import.meta.url)(
  'twilio/lib/twiml/VoiceResponse',
);

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (run: () => unknown): number | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof TwimlError) return error.code;
    throw error;
  }
  return undefined;
};

describe('parseTwiml', () => {
  it('reads a ConversationRelay document written by the official SDK', () => {
    const response = new VoiceResponse();
    const relay = response
      .connect({ action: 'https://app.example.com/ended?a=1&b=2' })
      .conversationRelay({ url: 'wss://app.example.com/relay', welcomeGreeting: 'Hi <you> & "friends"' });
    relay.language({ code: 'es-US', voice: 'lucia' });
    relay.parameter({ name: 'tenantId', value: 't_1' });
    const { verbs, warnings } = parseTwiml(response.toString());
    expect(warnings).toEqual([]);
    expect(verbs).toMatchObject([
      {
        verb: 'Connect',
        action: { url: 'https://app.example.com/ended?a=1&b=2', method: 'POST' },
        noun: {
          noun: 'ConversationRelay',
          url: 'wss://app.example.com/relay',
          welcomeGreeting: 'Hi <you> & "friends"',
          languages: [{ code: 'es-US', voice: 'lucia' }],
          parameters: { tenantId: 't_1' },
        },
      },
    ]);
  });

  it('reads every other verb written by the official SDK', () => {
    const response = new VoiceResponse();
    response.say({ language: 'en-US' }, 'Hello');
    response.play('https://app.example.com/a.mp3');
    response.pause({ length: 2 });
    response
      .gather({ input: ['dtmf', 'speech'], numDigits: 1, timeout: 3, action: '/digits' })
      .say('Press one');
    response.record({ maxLength: 30, recordingStatusCallback: '/recorded' });
    response.dial({ timeout: 20, action: '/dialled' }).number('+14155550100');
    response.dial().sip('sip:agent@example.com;transport=tls?X-Tenant=t1');
    response.dial('+14155550101');
    response.start().stream({ url: 'wss://app.example.com/tap', track: 'both_tracks' });
    response.connect().stream({ url: 'wss://app.example.com/audio' });
    response.redirect({ method: 'GET' }, '/next');
    response.reject({ reason: 'busy' });
    response.hangup();
    const { verbs, warnings } = parseTwiml(response.toString());
    expect(warnings).toEqual([]);
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'Say',
      'Play',
      'Pause',
      'Gather',
      'Record',
      'Dial',
      'Dial',
      'Dial',
      'Start',
      'Connect',
      'Redirect',
      'Reject',
      'Hangup',
    ]);
    expect(verbs[3]).toMatchObject({ speech: true, dtmf: true, numDigits: 1, timeoutSeconds: 3 });
    expect(verbs[7]).toMatchObject({ callees: [{ kind: 'number', address: '+14155550101' }] });
  });

  it.each([
    ['whitespace before the declaration', '\n<?xml version="1.0"?><Response/>', 12100],
    ['a byte order mark', '\uFEFF<Response/>', 12100],
    ['a bare ampersand', '<Response><Say>you & me</Say></Response>', 12100],
    ['an unclosed element', '<Response><Say>hi</Response>', 12100],
    ['an empty document', '', 12100],
    ['another root', '<response/>', 12100],
    ['a foreign encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><Response/>', 12100],
    ['a document type', '<!DOCTYPE x><Response/>', 12100],
    ['a verb in the wrong case', '<Response><say>hi</say></Response>', 12200],
    ['an unknown verb', '<Response><Sing>la</Sing></Response>', 12200],
    ['a noun in the wrong place', '<Response><Stream url="wss://a.example"/></Response>', 12200],
    ['a relay without an address', '<Response><Connect><ConversationRelay/></Connect></Response>', 64101],
  ])('refuses %s', (_name, xml, code) => {
    expect(codeOf(() => parseTwiml(xml))).toBe(code);
  });

  it('warns of unknown attributes and wrong values, names the near miss, and goes on without them', () => {
    const { verbs, warnings } = parseTwiml(
      '<Response><Pause Length="2"/><Gather timeout="soon"/><Hangup>bye</Hangup></Response>',
    );
    expect(warnings.map(({ code }) => code)).toEqual([12200, 12200, 12200]);
    expect(warnings[0]?.message).toContain('case-sensitive: length');
    expect(verbs).toMatchObject([{ seconds: 1 }, { timeoutSeconds: 5 }, { verb: 'Hangup' }]);
  });
});

describe('parseTwimlResponse', () => {
  const document = bytes('<Response/>');

  it.each(['text/xml', 'application/xml; charset=utf-8', 'Text/HTML'])('reads %s', (type) => {
    expect(parseTwimlResponse(type, document).verbs).toEqual([]);
  });

  it('refuses other content types, a missing one, more than 64 kB, and broken UTF-8', () => {
    expect(codeOf(() => parseTwimlResponse('application/json', document))).toBe(12300);
    expect(codeOf(() => parseTwimlResponse(undefined, document))).toBe(11200);
    const long = bytes(`<Response><!--${'x'.repeat(65_536)}--></Response>`);
    expect(codeOf(() => parseTwimlResponse('text/xml', long))).toBe(11750);
    expect(codeOf(() => parseTwimlResponse('text/xml', new Uint8Array([0x3c, 0xff])))).toBe(12100);
  });
});
