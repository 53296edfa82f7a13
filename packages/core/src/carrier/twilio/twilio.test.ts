import { describe, expect, it } from 'vitest';
import { type TwilioOptions, twilio } from './index.ts';

const accountSid = `AC${'0'.repeat(32)}`;

describe('twilio', () => {
  it.each<[string, TwilioOptions]>([
    ['needs an edge too', { accountSid, authToken: 't', region: 'ie1' }],
    ['timeoutMs must be', { accountSid, authToken: 't', timeoutMs: 60_000 }],
    ['needs an edge too', { client: { accountSid, region: 'ie1', request: () => Promise.reject() } }],
    ['authToken, or apiKey', { accountSid }],
    ['apiSecret', { accountSid, apiKey: 'SK1' }],
    ['apiKey needs|apiSecret needs', { accountSid, authToken: 't', apiSecret: 's' }],
    ['begin with SK', { accountSid, apiKey: 'AC1', apiSecret: 's' }],
    ['API key and belongs into apiKey', { accountSid: 'SK1', authToken: 't' }],
    ['32 hexadecimal', { accountSid: 'AC1', authToken: 't' }],
    ['accountSid is missing', { client: { request: () => Promise.reject() } }],
    ['http', { accountSid, authToken: 't', apiBaseUrl: 'localhost:4010' }],
    ['host name label', { accountSid, authToken: 't', edge: 'evil.example/' }],
  ])('refuses at once, saying: %s', (reason, options) => {
    expect(() => twilio(options)).toThrow(new RegExp(reason));
    expect(() => twilio(options)).toThrow(expect.objectContaining({ code: 'carrier-credentials' }));
  });

  it('accepts each way to reach Twilio', () => {
    const client = { accountSid, edge: 'dublin', region: 'ie1', request: () => Promise.reject() };
    expect(twilio({ accountSid, authToken: 't' }).name).toBe('twilio');
    expect(twilio({ accountSid, apiKey: 'SK1', apiSecret: 's', edge: 'dublin', region: 'ie1' }).name).toBe(
      'twilio',
    );
    expect(twilio({ client }).name).toBe('twilio');
  });
});
