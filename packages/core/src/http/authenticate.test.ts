import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fakeApi, get, handlerFor, jsonOf, problemOf, purchase } from '../../test/http/fake-api.ts';
import { createSessions } from '../guard/index.ts';
import { countingIds, fixedClock } from '../testing/index.ts';

const clock = fixedClock();
const sessions = createSessions({
  keys: [createSecretKey(randomBytes(32))],
  clock,
  ids: countingIds(),
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const nobody = () => null;

async function tenantSeen(options: Parameters<typeof handlerFor>[1], headers: Record<string, string> = {}) {
  const { handler } = handlerFor(fakeApi({ tenant: null }).api, options);
  const response = await handler(get('/setup-state', headers));
  return response.ok ? (await jsonOf<{ tenant: { id: string } }>(response)).tenant.id : problemOf(response);
}

describe('who is asking', () => {
  it('is told by a session token first, then by the host, then by the development bypass', async () => {
    const { token } = sessions.create({ tenantId: 'of-token' });
    const all = {
      sessions,
      authorize: (): { tenantId: string; role: 'tenant' } | null => ({ tenantId: 'of-host', role: 'tenant' }),
      development: { tenantId: 'of-bypass', hosts: ['app.example.com'] },
      environment: 'development',
    };
    expect(await tenantSeen(all, bearer(token))).toBe('of-token');
    expect(await tenantSeen(all)).toBe('of-host');
    expect(await tenantSeen({ ...all, authorize: nobody })).toBe('of-bypass');
  });

  it('is not asked of the host when a token of ours is bad', async () => {
    const problem = await tenantSeen({ sessions }, bearer('nks_1.e30.AAAA'));
    expect(problem).toMatchObject({ status: 401, code: 'session-rejected' });
  });

  it('is asked of the host for bearer tokens that are not ours', async () => {
    expect(await tenantSeen({ sessions }, bearer('eyJhbGciOi.host.jwt'))).toBe('acme');
  });

  it('is nobody, with a remedy and a challenge, when none of them knows', async () => {
    const { handler } = handlerFor(fakeApi().api, { authorize: nobody });
    const response = await handler(get('/setup-state'));
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(problem.hint).toContain('Authorization: Bearer nks_');
  });

  it.each([
    [async () => sessions.create({ tenantId: 'acme' }).token.slice(0, -3), 'session-rejected'],
    [async () => 'nks_2.e30.AAAA', 'session-malformed'],
    [
      async () => {
        const { token } = sessions.create({ tenantId: 'acme', ttlSeconds: 60 });
        clock.advance(60_000);
        return token;
      },
      'session-expired',
    ],
  ])('gets 401 and a remedy for a bad token (%#)', async (make, code) => {
    const problem = await tenantSeen({ sessions }, bearer(await make()));
    expect(problem).toMatchObject({ status: 401, code, hint: expect.stringMatching(/.+/) });
  });

  it('is a failure of ours, not the caller’s, when the host’s function answers nonsense', async () => {
    const nonsense = [{ tenantId: 'a b', role: 'tenant' }, { tenantId: 'acme', role: 'root' }, 'acme'];
    for (const answer of nonsense) {
      // A host without types may answer anything.
      const authorize = () => answer as never;
      expect(await tenantSeen({ authorize })).toMatchObject({ status: 500, code: 'invalid-access' });
    }
    const authorize = () => Promise.reject(new Error('session store is down'));
    expect(await tenantSeen({ authorize })).toMatchObject({ status: 500, code: 'internal' });
  });

  it('opens what the session entitles to', async () => {
    const { token } = sessions.create({ tenantId: 'acme', entitlements: ['port-in'] });
    const { handler } = handlerFor(fakeApi().api, { sessions, paths: ['buy', 'port'] });
    const response = await handler(get('/setup-state', bearer(token)));
    expect((await jsonOf<{ paths: string[] }>(response)).paths).toEqual(['buy', 'port']);
  });
});

describe('the development bypass', () => {
  const development = { tenantId: 'first-demo' };
  const local = (headers: Record<string, string> = {}, host = 'localhost:3000') =>
    new Request(`http://${host}/api/twilio/setup-state`, { headers });

  it('lets a request without a session in, on the machine itself, and warns once', async () => {
    const { handler, log } = handlerFor(fakeApi().api, {
      authorize: nobody,
      development,
      environment: 'test',
    });
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'acme.localhost']) {
      expect((await handler(local({}, host))).status).toBe(200);
    }
    expect(log).toEqual([{ level: 'warn', message: expect.stringContaining('first-demo') }]);
  });

  it('does not let in who comes through a tunnel', async () => {
    const { handler } = handlerFor(fakeApi().api, { authorize: nobody, development, environment: 'test' });
    const tunnelled = [
      local({}, 'abc.ngrok.app'),
      local({ host: 'abc.ngrok.app' }),
      local({ 'x-forwarded-host': 'abc.ngrok.app' }),
      local({ host: 'not a host' }),
    ];
    for (const request of tunnelled) expect((await handler(request)).status).toBe(401);
  });

  it('lets a function choose the tenant, or nobody', async () => {
    const chosen = { tenantId: (request: Request) => request.headers.get('x-demo') };
    const { handler } = handlerFor(fakeApi({ tenant: null }).api, {
      authorize: nobody,
      development: chosen,
      environment: 'test',
    });
    expect((await handler(local())).status).toBe(401);
    const response = await handler(local({ 'x-demo': 'second' }));
    expect((await jsonOf<{ tenant: { id: string } }>(response)).tenant.id).toBe('second');
  });

  it('refuses to be made in production', () => {
    const make = () => handlerFor(fakeApi().api, { development, environment: 'production' });
    expect(make).toThrow(expect.objectContaining({ code: 'development-bypass-in-production' }));
  });
});

describe('a page of another origin', () => {
  const other = 'https://evil.example';

  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: other }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }],
    [{ origin: other }],
    [{ origin: 'null' }],
  ])('cannot buy with the visitor’s cookie: %j', async (headers) => {
    const { api, calls } = fakeApi();
    const problem = await problemOf(await handlerFor(api).handler(purchase(headers)));
    expect(problem).toMatchObject({ status: 403, code: 'cross-site-request' });
    expect(calls).toEqual([]);
  });

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://app.example.com' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://app.example.com' }],
    // Behind a proxy that ends TLS the request came over http.
    [{ origin: 'https://internal.example', host: 'internal.example' }],
  ])('is not what sends %j', async (headers) => {
    expect((await handlerFor(fakeApi().api).handler(purchase(headers))).status).toBe(201);
  });

  it('may buy with a session token, which no browser sends of itself', async () => {
    const { token } = sessions.create({ tenantId: 'acme' });
    const headers = { ...bearer(token), 'sec-fetch-site': 'cross-site', origin: other };
    expect((await handlerFor(fakeApi().api, { sessions }).handler(purchase(headers))).status).toBe(201);
  });
});
