import fc from 'fast-check';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { describe, expect, it } from 'vitest';
import { find, outline, parseTwiml } from '../../test/parse-twiml.ts';
import { element } from './element.ts';
import { MAX_TWIML_BYTES, twiml } from './index.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

// Every UTF-16 unit may appear, lone surrogates and controls included.
const anyString = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 60 });
const spoken = fc.oneof(
  anyString,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", ']]>', '\r', '\n', '\t', ' ', '😀') }),
);

/** What XML can carry of a string, written the plain way: character by character. */
function carried(value: string): string {
  return [...value]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const control = code < 0x20 && ![0x9, 0xa, 0xd].includes(code);
      return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('');
}

describe('twiml', () => {
  it('writes nothing before the XML declaration', () => {
    expect(twiml.response()).toBe(`${DECLARATION}<Response></Response>`);
  });

  it('carries any string through an attribute and a strict parser', () => {
    fc.assert(
      fc.property(spoken, (greeting) => {
        const relay = twiml.conversationRelay({ url: 'wss://a.example', welcomeGreeting: greeting });
        const document = twiml.response(twiml.connect({}, relay));
        expect(find(document, 'ConversationRelay').attributes.welcomeGreeting).toBe(carried(greeting));
      }),
      { numRuns: 1000 },
    );
  });

  it('carries any string through text and a strict parser', () => {
    fc.assert(
      fc.property(spoken, (text) => {
        expect(find(twiml.response(twiml.say(text)), 'Say').text).toBe(carried(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out attributes that are not set', () => {
    expect(twiml.response(twiml.say('Hi', { language: undefined, voice: 'Polly.Amy' }))).toBe(
      `${DECLARATION}<Response><Say voice="Polly.Amy">Hi</Say></Response>`,
    );
  });

  it('refuses attribute names that are no XML names', () => {
    expect(() => element('Say', { 'a="" onload': 'x' })).toThrow(TypeError);
  });

  it('refuses a document Twilio would refuse for its size, counted in bytes', () => {
    const room = MAX_TWIML_BYTES - twiml.response(twiml.say('a')).length + 1;
    expect(() => twiml.response(twiml.say('a'.repeat(room)))).not.toThrow();
    expect(() => twiml.response(twiml.say('a'.repeat(room + 1)))).toThrow(RangeError);
    expect(() => twiml.response(twiml.say('é'.repeat(room / 2 + 1)))).toThrow(/65536/);
  });
});

describe('twiml, compared with the official SDK', () => {
  it('writes a ConversationRelay document with the same content', () => {
    const theirs = new VoiceResponse();
    const relay = theirs
      .connect({ action: 'https://a.example/end?x=1&y=2', method: 'POST' })
      .conversationRelay({
        url: 'wss://a.example/r',
        welcomeGreeting: 'Say "hi" & <go>',
        dtmfDetection: true,
      });
    relay.language({ code: 'es-US', ttsProvider: 'Google' });
    relay.parameter({ name: 'tenantId', value: 't_1' });
    const ours = twiml.response(
      twiml.connect(
        { action: 'https://a.example/end?x=1&y=2', method: 'POST' },
        twiml.conversationRelay(
          { url: 'wss://a.example/r', welcomeGreeting: 'Say "hi" & <go>', dtmfDetection: true },
          [twiml.language({ code: 'es-US', ttsProvider: 'Google' }), twiml.parameter('tenantId', 't_1')],
        ),
      ),
    );
    expect(parseTwiml(ours)).toEqual(parseTwiml(theirs.toString()));
  });

  it('writes every other verb with the same content', () => {
    const theirs = new VoiceResponse();
    theirs.say({ language: 'en-US' }, 'One & two');
    theirs.play({ digits: 'w' });
    theirs.pause({ length: 2 });
    theirs.record({ action: 'https://a.example/r', maxLength: 60, playBeep: true });
    theirs.dial({ timeout: 20, answerOnBridge: true }).number('+14155550100');
    theirs.dial({ callerId: '+14155550101' }).sip({ username: 'u', password: 'p' }, 'sip:a@b?X-A=1&X-B=2');
    theirs.connect().stream({ url: 'wss://a.example/s' }).parameter({ name: 'a', value: 'b' });
    theirs.redirect({ method: 'POST' }, 'https://a.example/?a=1&b=2');
    theirs.reject({ reason: 'busy' });
    theirs.hangup();
    const ours = twiml.response(
      twiml.say('One & two', { language: 'en-US' }),
      twiml.play({ digits: 'w' }),
      twiml.pause({ length: 2 }),
      twiml.record({ action: 'https://a.example/r', maxLength: 60, playBeep: true }),
      twiml.dial({ timeout: 20, answerOnBridge: true }, twiml.phone('+14155550100')),
      twiml.dial(
        { callerId: '+14155550101' },
        twiml.sip('sip:a@b?X-A=1&X-B=2', { username: 'u', password: 'p' }),
      ),
      twiml.connect({}, twiml.stream({ url: 'wss://a.example/s' }, [twiml.parameter('a', 'b')])),
      twiml.redirect('https://a.example/?a=1&b=2', { method: 'POST' }),
      twiml.reject({ reason: 'busy' }),
      twiml.hangup(),
    );
    expect(parseTwiml(ours)).toEqual(parseTwiml(theirs.toString()));
    expect(outline(ours)).toBe(
      'Say Play Pause Record Dial(Number) Dial(Sip) Connect(Stream(Parameter)) Redirect Reject Hangup',
    );
  });
});
