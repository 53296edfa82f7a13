import { describe, expect, it } from 'vitest';
import {
  CALLED,
  formBody,
  INBOUND,
  PUBLIC_URL,
  signedGet,
  signedJson,
  signedPost,
  TOKEN,
} from '../test/twilio-request.ts';
import { untouchableRoutes, webhookUnderTest } from '../test/webhook-under-test.ts';

const gated = () => webhookUnderTest(undefined, { routes: untouchableRoutes });

describe('the voice webhook lets nothing reach the route store that Twilio did not sign', () => {
  it('answers 403 to a request without a signature', async () => {
    const webhook = gated();
    const request = new Request(PUBLIC_URL, { method: 'POST', body: new URLSearchParams(formBody(INBOUND)) });
    const { status, body, headers } = await webhook.send(request);
    expect(status).toBe(403);
    expect(body).toMatch(/^X-Twilio-Signature: missing\. /);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(webhook.events).toEqual([{ type: 'refused', status: 403, reason: 'signature-missing' }]);
  });

  it('answers 403 to a wrong signature, and says what to check without telling a secret', async () => {
    const webhook = gated();
    const { status, body } = await webhook.send(signedPost(INBOUND, { token: 'somebody else' }));
    expect(status).toBe(403);
    expect(body).toContain('publicUrl');
    expect(body).toContain('authTokens');
    expect(body).not.toContain(TOKEN);
    expect(body).not.toContain(CALLED);
    expect(webhook.events).toEqual([{ type: 'refused', status: 403, reason: 'signature-wrong' }]);
  });

  it('answers 403 to a retired token', async () => {
    const webhook = webhookUnderTest(undefined, {
      routes: untouchableRoutes,
      authTokens: ['next', 'current'],
    });
    expect((await webhook.send(signedPost(INBOUND, { token: 'retired' }))).status).toBe(403);
  });

  it.each([
    ['another called number', { ...INBOUND, To: '+15105550112' }],
    ['an added parameter', { ...INBOUND, Extra: '1' }],
    [
      'a removed parameter',
      Object.fromEntries(Object.entries(INBOUND).filter(([name]) => name !== 'Caller')),
    ],
    ['no parameter at all', {}],
  ])('answers 403 to a body edited to have %s', async (_edit, edited) => {
    const signature = signedPost(INBOUND).headers.get('x-twilio-signature') ?? '';
    const request = signedPost(edited, { headers: { 'x-twilio-signature': signature } });
    expect((await gated().send(request)).status).toBe(403);
  });

  it('answers 403 when another endpoint or query is called with the signature of this one', async () => {
    const request = signedPost(INBOUND, { path: '/action', signedUrl: PUBLIC_URL });
    expect((await gated().send(request)).status).toBe(403);
    const withQuery = signedPost(INBOUND, { path: '?a=1', signedUrl: PUBLIC_URL });
    expect((await gated().send(withQuery)).status).toBe(403);
  });

  it('answers 403 to a JSON body that was edited, and to one the signature does not cover', async () => {
    const body = JSON.stringify(INBOUND);
    expect((await gated().send(signedJson(body, body.replace(CALLED, '+15105550112')))).status).toBe(403);
    const uncovered = signedPost({}, { headers: { 'content-type': 'application/json' } });
    const request = new Request(uncovered.url, { method: 'POST', headers: uncovered.headers, body });
    expect((await gated().send(request)).status).toBe(403);
  });

  it('answers 403 to a JSON body under a parameter that only looks like its hash', async () => {
    const body = JSON.stringify(INBOUND);
    const headers = { 'content-type': 'application/json' };
    const uncovered = signedPost({}, { path: '?xbodySHA256=1', headers });
    const request = new Request(uncovered.url, { method: 'POST', headers: uncovered.headers, body });
    expect((await gated().send(request)).status).toBe(403);
  });

  it('answers 403 to a GET signature replayed with a body', async () => {
    const signed = signedGet(INBOUND);
    const request = new Request(signed.url, {
      method: 'POST',
      headers: { ...Object.fromEntries(signed.headers), 'content-type': 'application/x-www-form-urlencoded' },
      body: `To=${encodeURIComponent(CALLED)}`,
    });
    expect((await gated().send(request)).status).toBe(403);
  });
});

describe('the voice webhook accepts what Twilio signs', () => {
  it.each(["?q='", '?q=a+b%20c', '?q=a|b&q=2&q=1', '?q=%C3%BC', '?q=1%2B1', '?empty=&flag'])(
    'with the query %s',
    async (path) => {
      expect((await webhookUnderTest().send(signedPost(INBOUND, { path }))).status).toBe(200);
    },
  );

  it.each([
    ['names and values of every kind', { ...INBOUND, "O'Name": "+ ' %20 | ü 😀", 名: '値', Empty: '' }],
    ['repeated parameters', { ...INBOUND, Digits: ['2', '1', '2'], Media: ['b', 'a'] }],
  ])('with %s', async (_kind, params) => {
    expect((await webhookUnderTest().send(signedPost(params))).status).toBe(200);
  });

  it('as GET', async () => {
    const webhook = webhookUnderTest();
    expect((await webhook.send(signedGet(INBOUND))).status).toBe(200);
    expect(webhook.lookups).toEqual([CALLED]);
  });

  it('as JSON with the hash of its body', async () => {
    const webhook = webhookUnderTest();
    expect((await webhook.send(signedJson(JSON.stringify({ ...INBOUND, Name: 'ü' })))).status).toBe(200);
    expect(webhook.lookups).toEqual([CALLED]);
  });

  it('on a port that is not the default one, with and without it in the signature', async () => {
    const publicUrl = 'https://app.example.com:8443/twilio/voice';
    const otherPort = 'https://app.example.com:443/twilio/voice';
    for (const signedUrl of [publicUrl, PUBLIC_URL, otherPort]) {
      const expected = signedUrl === otherPort ? 403 : 200;
      const webhook = webhookUnderTest(undefined, { publicUrl });
      expect((await webhook.send(signedPost(INBOUND, { signedUrl }))).status).toBe(expected);
    }
  });

  it('by either of two tokens during a rotation', async () => {
    const webhook = webhookUnderTest(undefined, { authTokens: () => ['next', TOKEN] });
    expect((await webhook.send(signedPost(INBOUND))).status).toBe(200);
    expect((await webhook.send(signedPost(INBOUND, { token: 'next' }))).status).toBe(200);
  });

  it('when a mount has cut the path', async () => {
    const request = signedPost(INBOUND, { receivedUrl: 'http://localhost/', signedUrl: PUBLIC_URL });
    expect((await webhookUnderTest().send(request)).status).toBe(200);
  });
});

describe('the voice webhook turns bad input away with a remedy', () => {
  it('answers 405 to other methods and names the right ones', async () => {
    const { status, headers } = await gated().send(new Request(PUBLIC_URL, { method: 'PUT' }));
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, POST');
  });

  it('answers 404 to paths it does not serve', async () => {
    expect((await gated().send(new Request(`${PUBLIC_URL}/nothing`))).status).toBe(404);
  });

  it('answers 413 to a body that is too large', async () => {
    const { status, body } = await gated().send(signedPost({ ...INBOUND, Huge: 'x'.repeat(70_000) }));
    expect(status).toBe(413);
    expect(body).toContain('body.maxBytes');
  });

  it('answers 415 to other bodies', async () => {
    const request = signedPost(INBOUND, { headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect((await gated().send(request)).status).toBe(415);
  });

  it('names the fix when a body parser ran first', async () => {
    const request = signedPost(INBOUND);
    await request.text();
    const { status, body } = await gated().send(request);
    expect(status).toBe(400);
    expect(body).toContain('before any body parser');
  });

  it('answers 400 to a signed request that names no called number', async () => {
    const { status, body } = await gated().send(signedPost({ CallSid: 'CA1' }));
    expect(status).toBe(400);
    expect(body).toMatch(/^To: missing\. /);
  });

  it('answers 400 to signed JSON that is no object', async () => {
    expect((await gated().send(signedJson('[1]'))).status).toBe(400);
  });

  it('answers 503 when it has no token to check with', async () => {
    const webhook = webhookUnderTest(undefined, {
      routes: untouchableRoutes,
      authTokens: () => Promise.reject(new Error('secret store down')),
    });
    const { status, body } = await webhook.send(signedPost(INBOUND));
    expect(status).toBe(503);
    expect(body).not.toContain('down');
  });
});
