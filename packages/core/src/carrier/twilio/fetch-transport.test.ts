import { describe, expect, it } from 'vitest';
import { createFetchTransport } from './fetch-transport.ts';
import type { TransportFailure, TwilioRequest } from './transport.ts';

const request: TwilioRequest = {
  method: 'get',
  product: 'api',
  path: '/2010-04-01/x.json',
  repeatable: true,
};

function transport(fetch: (url: string, init: RequestInit) => Promise<Response>, hosts = {}) {
  return createFetchTransport({
    username: 'SK1',
    password: 'secret',
    hosts,
    timeoutMs: 20,
    // The transport calls it with a string and an init only.
    fetch: fetch as typeof globalThis.fetch,
  });
}

/** Answers what was sent. */
async function sent(asked: Partial<TwilioRequest>, hosts = {}): Promise<[string, RequestInit]> {
  let call: [string, RequestInit] | undefined;
  await transport(async (...args) => {
    call = args;
    return new Response('{}');
  }, hosts)({ ...request, ...asked });
  if (!call) throw new Error('nothing was sent');
  return call;
}

describe('what goes out', () => {
  it('authenticates with Basic and escapes the plus of a number', async () => {
    const [url, init] = await sent({ query: { PhoneNumber: '+1415' } });
    expect(url).toBe('https://api.twilio.com/2010-04-01/x.json?PhoneNumber=%2B1415');
    expect(new Headers(init.headers).get('authorization')).toBe(`Basic ${btoa('SK1:secret')}`);
  });

  it('sends a form, empty fields included', async () => {
    const [, init] = await sent({ method: 'post', form: { PhoneNumber: '+1', TrunkSid: '' } });
    expect(init.method).toBe('POST');
    expect(init.body).toBe('PhoneNumber=%2B1&TrunkSid=');
  });

  it.each([
    [{}, 'https://api.twilio.com/2010-04-01/x.json'],
    [{ edge: 'dublin', region: 'ie1' }, 'https://api.dublin.ie1.twilio.com/2010-04-01/x.json'],
    [{ edge: 'sydney' }, 'https://api.sydney.us1.twilio.com/2010-04-01/x.json'],
    [{ apiBaseUrl: 'http://localhost:4010/' }, 'http://localhost:4010/2010-04-01/x.json'],
  ])('goes to the host of %j', async (hosts, expected) => {
    expect((await sent({}, hosts))[0]).toBe(expected);
  });

  it('follows no redirect, which could carry the credentials elsewhere', async () => {
    expect((await sent({}))[1].redirect).toBe('manual');
  });
});

describe('what comes back', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['', undefined],
    ['<html>502</html>', undefined],
    ['{"cut":', undefined],
  ])('reads the body %j without trusting it', async (text, body) => {
    const answer = await transport(async () => new Response(text, { status: 502 }))(request);
    expect(answer).toMatchObject({ status: 502, body });
  });

  it('keeps Twilio’s request id and Retry-After', async () => {
    const headers = { 'Twilio-Request-Id': 'RQ9', 'Retry-After': '3' };
    const answer = await transport(async () => new Response('{}', { headers }))(request);
    expect(answer).toMatchObject({ requestId: 'RQ9', retryAfter: '3' });
  });

  it('tells a timeout from a broken connection', async () => {
    const silent = transport(() => new Promise(() => undefined));
    await expect(silent(request)).rejects.toMatchObject({ kind: 'timeout' });
    const broken = transport(async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
    });
    await expect(broken(request)).rejects.toMatchObject({ kind: 'network' });
    await expect(broken(request)).rejects.toThrow('ECONNRESET');
  });

  it('times out while the body is still coming', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    await expect(transport(async () => new Response(body))(request)).rejects.toMatchObject({
      kind: 'timeout',
    });
  });

  it('carries no secret in a failure', async () => {
    const broken = transport(async (_, init) => {
      throw Object.assign(new Error('boom'), { config: init });
    });
    const failure = await broken(request).catch((error: TransportFailure) => error);
    expect(JSON.stringify(failure) + String(failure)).not.toContain(btoa('SK1:secret'));
    expect(failure).not.toHaveProperty('cause');
  });
});
