import { describe, expect, it } from 'vitest';
import { PUBLIC_URL, TOKEN } from '../test/twilio-request.ts';
import { untouchableRoutes } from '../test/webhook-under-test.ts';
import type { VoiceWebhookOptions } from './options.ts';
import { createSettings } from './webhook-settings.ts';

const valid: VoiceWebhookOptions = {
  routes: untouchableRoutes,
  authTokens: TOKEN,
  publicUrl: PUBLIC_URL,
  fallback: { kind: 'say', text: 'Please call again.' },
};

describe('the options', () => {
  it.each([
    '<Response/>',
    '<?xml version="1.0"?><Response><Hangup/></Response>',
    '<Response>\n  <Hangup/>\n</Response>\n',
  ])('take the ready document %j', (fallback) => {
    expect(createSettings({ ...valid, fallback }).flow.documents.fallback).toBe(fallback);
  });

  it.each(['', ' <Response/>', '\ufeff<Response/>', 'Please call again.', '<html></html>', '<Response>'])(
    'refuse %j as a document when the program starts, not when a call comes in',
    (fallback) => {
      expect(() => createSettings({ ...valid, fallback })).toThrow(/^fallback: not a TwiML document/);
      expect(() => createSettings({ ...valid, unknownNumber: fallback })).toThrow(/^unknownNumber: /);
    },
  );

  it('refuse a fallback agent that could not be connected', () => {
    const fallback = { kind: 'media-stream', url: 'https://a.example' } as const;
    expect(() => createSettings({ ...valid, fallback })).toThrow(/^agent\.url/);
  });

  it('refuse a fallback Twilio would find too large', () => {
    const fallback = `<Response><Say>${'x'.repeat(70_000)}</Say></Response>`;
    expect(() => createSettings({ ...valid, fallback })).toThrow(RangeError);
  });
});
