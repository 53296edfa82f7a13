import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVoiceWebhook } from '../src/index.ts';
import { parseTwiml } from './parse-twiml.ts';
import { formBody, INBOUND, PUBLIC_URL, signedPost, TOKEN } from './twilio-request.ts';
import { RELAY, routeTo, untouchableRoutes } from './webhook-under-test.ts';

const options = { authTokens: TOKEN, publicUrl: PUBLIC_URL, fallback: '<Response/>' } as const;
const latin1 = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
});
const paths = fc.constantFrom('', '/', '/action', '/recovery', '/recording', '/status', '/fallback');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', '+', '%', '&=', '\u0000'),
);

describe('requests of any shape', () => {
  it('are refused without a crash and without a lookup when Twilio did not sign them', async () => {
    const webhook = createVoiceWebhook({ ...options, routes: untouchableRoutes });
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }),
      fc.constant(formBody(INBOUND)),
      fc.constant('x='.repeat(40_000)),
    );
    const type = fc.oneof(
      fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain', ''),
      latin1,
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        type,
        latin1,
        paths,
        anyText,
        async (content, contentType, signature, path, query) => {
          const request = new Request(`${PUBLIC_URL}${path}?${query}`, {
            method: 'POST',
            body: content,
            headers: { 'content-type': contentType, 'x-twilio-signature': signature },
          });
          const { status } = await webhook(request);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('get well-formed TwiML on every endpoint when Twilio did sign them, whatever the parameters hold', async () => {
    const webhook = createVoiceWebhook({
      ...options,
      routes: { lookup: async () => routeTo(RELAY, { recoveryPhone: '+15105550199' }) },
    });
    const name = fc.constantFrom(
      'From',
      'To',
      'CallSid',
      'CallStatus',
      'SessionStatus',
      'HandoffData',
      'DialCallStatus',
      'ForwardedFrom',
      'ErrorCode',
      'ErrorUrl',
      'RecordingUrl',
      'Unheard',
    );
    const changes = fc.dictionary(name, fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(changes, paths, async (changed, path) => {
        const response = await webhook(signedPost({ ...INBOUND, ...changed }, { path }));
        const text = await response.text();
        if (response.status === 200) {
          expect(parseTwiml(text).name).toBe('Response');
        } else {
          // Without a called number, or a status callback without a call, there is nobody to answer.
          expect([204, 400]).toContain(response.status);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
