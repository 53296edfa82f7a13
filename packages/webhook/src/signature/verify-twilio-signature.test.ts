import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it } from 'vitest';
import { verifyTwilioSignature } from './verify-twilio-signature.ts';

const authTokens = '12345';

describe('verifyTwilioSignature', () => {
  it("accepts Twilio's published example", async () => {
    const genuine = await verifyTwilioSignature({
      authTokens,
      url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
      signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
      params: {
        CallSid: 'CA1234567890ABCDE',
        Caller: '+14158675309',
        Digits: '1234',
        From: '+14158675309',
        To: '+18005551212',
      },
    });
    expect(genuine).toBe(true);
  });

  it('accepts a JSON body whose hash the URL carries, and no other body', async () => {
    const check = {
      authTokens,
      url: 'https://ex.com/h?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
      signature: 'fp6qEskMNUPPJhYYl7sZF6Nk73M=',
    };
    expect(await verifyTwilioSignature({ ...check, body: '{"a":1}' })).toBe(true);
    expect(await verifyTwilioSignature({ ...check, body: new TextEncoder().encode('{"a":1}') })).toBe(true);
    expect(await verifyTwilioSignature({ ...check, body: '{"a": 1}' })).toBe(false);
    expect(await verifyTwilioSignature(check)).toBe(false);
  });

  it('signs the unique values of a repeated name, sorted', async () => {
    const genuine = await verifyTwilioSignature({
      authTokens,
      url: 'https://ex.com/h',
      signature: '26spatdTNmcDYCyHLrH8UmPD4yk=',
      params: { A: ['z', 'a', 'a'] },
    });
    expect(genuine).toBe(true);
  });

  it.each([
    ['https://ex.com:443/h', 'https://ex.com/h'],
    ['https://ex.com/h', 'https://ex.com:443/h'],
    ['https://ex.com/h', 'https://ex.com:8080/h'],
    ['https://ex.com:8080/h', 'https://ex.com:8080/h'],
    ['http://ex.com:80/h', 'http://ex.com/h'],
    ['wss://ex.com:443/agent', 'wss://ex.com/agent'],
    ['https://[::1]:443/h', 'https://[::1]/h'],
  ])('accepts a signature over %s for %s', async (signed, url) => {
    const signature = getExpectedTwilioSignature(authTokens, signed, {});
    expect(await verifyTwilioSignature({ authTokens, url, signature })).toBe(true);
  });

  it('does not take one port for another', async () => {
    const signature = getExpectedTwilioSignature(authTokens, 'https://ex.com:8080/h', {});
    expect(await verifyTwilioSignature({ authTokens, url: 'https://ex.com:9090/h', signature })).toBe(false);
    expect(await verifyTwilioSignature({ authTokens, url: 'https://ex.com/h', signature })).toBe(false);
  });

  it.each(["?q='", '?q=a+b', '?q=a%20b', '?q=a|b', '?q=ü', '?q=%27&r=%2b', '?', '?q', '?q=1&q=2&p'])(
    'signs the query %s byte for byte',
    async (query) => {
      const url = `https://ex.com/h${query}`;
      const signature = getExpectedTwilioSignature(authTokens, url, {});
      expect(await verifyTwilioSignature({ authTokens, url, signature })).toBe(true);
    },
  );

  it('ignores the fragment of connection overrides, which Twilio neither sends nor signs', async () => {
    const signature = getExpectedTwilioSignature(authTokens, 'https://ex.com/h', {});
    expect(await verifyTwilioSignature({ authTokens, url: 'https://ex.com/h#rc=2', signature })).toBe(true);
  });

  it('accepts a WebSocket handshake', async () => {
    const url = 'wss://agent.example.com/relay';
    const signature = getExpectedTwilioSignature(authTokens, url, {});
    expect(await verifyTwilioSignature({ authTokens, url, signature })).toBe(true);
    expect(await verifyTwilioSignature({ authTokens, url: `${url}/x`, signature })).toBe(false);
  });

  it('accepts either of two tokens while one replaces the other, and no retired one', async () => {
    const url = 'https://ex.com/h';
    const check = (token: string, tokens: readonly string[]): Promise<boolean> =>
      verifyTwilioSignature({
        authTokens: tokens,
        url,
        signature: getExpectedTwilioSignature(token, url, { To: '+1' }),
        params: { To: '+1' },
      });
    expect(await check('old', ['old', 'new'])).toBe(true);
    expect(await check('new', ['old', 'new'])).toBe(true);
    expect(await check('old', ['new'])).toBe(false);
  });

  it('never accepts an empty token, which anybody could sign with', async () => {
    const url = 'https://ex.com/h';
    const signature = getExpectedTwilioSignature('', url, {});
    expect(await verifyTwilioSignature({ authTokens: '', url, signature })).toBe(false);
    expect(await verifyTwilioSignature({ authTokens: [], url, signature })).toBe(false);
  });

  it.each([null, undefined, '', ' ', ['a', 'b'], 'RSOYDt4T1cUTdK1PDd93/VVr8B8', 'é'.repeat(28)])(
    'refuses the signature %j',
    async (signature) => {
      expect(await verifyTwilioSignature({ authTokens, url: 'https://ex.com/h', signature })).toBe(false);
    },
  );

  it('refuses what is no URL instead of throwing', async () => {
    const signature = getExpectedTwilioSignature(authTokens, 'https://ex.com/h', {});
    expect(await verifyTwilioSignature({ authTokens, url: 'not a url', signature })).toBe(false);
    expect(await verifyTwilioSignature({ authTokens, url: 'https://', signature })).toBe(false);
  });
});
