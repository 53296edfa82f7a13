import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE, fakeApi, get, handlerFor, post, problemOf, purchase } from '../../test/http/fake-api.ts';
import { NumberkitError } from '../errors.ts';

describe('the handler', () => {
  it('forbids every cache to keep an answer', async () => {
    const { handler } = handlerFor(fakeApi().api);
    for (const request of [get('/setup-state'), get('/nowhere'), get('/openapi.json'), purchase()]) {
      expect((await handler(request)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(['/nowhere', '', '/', '/search-numbers/', '/%ff', '/../admin'])(
    'answers 404 for %s',
    async (path) => {
      const problem = await problemOf(await handlerFor(fakeApi().api).handler(get(path)));
      expect(problem).toMatchObject({ status: 404, code: 'no-such-route' });
    },
  );

  it('answers 405 with the methods that a route takes', async () => {
    const { handler } = handlerFor(fakeApi().api);
    const onPost = await handler(get('/purchase-number'));
    expect(onPost.headers.get('allow')).toBe('POST, OPTIONS');
    expect(await problemOf(onPost)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    const onGet = await handler(new Request(`${BASE}/setup-state`, { method: 'DELETE' }));
    expect(onGet.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('answers HEAD as GET without the body, and OPTIONS with the methods', async () => {
    const { handler } = handlerFor(fakeApi().api);
    const head = await handler(new Request(`${BASE}/setup-state`, { method: 'HEAD' }));
    expect([head.status, await head.text()]).toEqual([200, '']);
    const options = await handler(new Request(`${BASE}/search-numbers`, { method: 'OPTIONS' }));
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  });

  it('serves under the base path it was given, and refuses one that cannot be matched', async () => {
    const { api } = fakeApi();
    const { handler } = handlerFor(api, { basePath: '/phones' });
    expect((await handler(new Request('https://x.example/phones/setup-state'))).status).toBe(200);
    const atRoot = handlerFor(api, { basePath: '' }).handler;
    expect((await atRoot(new Request('https://x.example/setup-state'))).status).toBe(200);
    for (const basePath of ['/', 'phones', '/phones/', '/a?b']) {
      expect(() => handlerFor(api, { basePath })).toThrow(
        expect.objectContaining({ code: 'invalid-base-path' }),
      );
    }
  });
});

describe('any request', () => {
  it('is answered without a failure of ours, whatever its path, query and headers are', async () => {
    const { handler, log } = handlerFor(fakeApi().api, { allowedOrigins: ['https://a.example'] });
    const path = fc.oneof(
      fc.constantFrom('/number-status', '/setup-state', '/errors/x', '/openapi.json'),
      fc.webPath(),
    );
    const query = fc.oneof(fc.webQueryParameters(), fc.string());
    const header = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/);
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
    await fc.assert(
      fc.asyncProperty(
        method,
        path,
        query,
        header,
        header,
        async (verb, where, what, authorization, origin) => {
          const url = `${BASE}${where}?${what}`;
          const response = await handler(
            new Request(url, { method: verb, headers: { authorization, origin } }),
          );
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 500 },
    );
    expect(log.filter((entry) => entry.level !== 'info')).toEqual([]);
  });
});

describe('a body', () => {
  it.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'declared as %s is refused',
    async (type) => {
      const request = new Request(`${BASE}/search-numbers`, {
        method: 'POST',
        body: new TextEncoder().encode('{}'),
      });
      if (type) request.headers.set('content-type', type);
      const problem = await problemOf(await handlerFor(fakeApi().api).handler(request));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-content-type' });
    },
  );

  it('may name its character set', async () => {
    const request = post('/search-numbers', {}, { 'content-type': 'Application/JSON; charset=utf-8' });
    expect((await handlerFor(fakeApi().api).handler(request)).status).toBe(200);
  });

  it.each(['', '{', '{"query":"x"', 'undefined', "{'a':1}"])(
    'that is not JSON is refused: %j',
    async (text) => {
      const problem = await problemOf(await handlerFor(fakeApi().api).handler(post('/search-numbers', text)));
      expect(problem).toMatchObject({ status: 400, code: 'invalid-json' });
    },
  );

  it('that is too large is refused, whether it says so or not', async () => {
    const { handler } = handlerFor(fakeApi().api, { maxBodyBytes: 100 });
    const large = JSON.stringify({ query: 'x'.repeat(100) });
    const honest = await handler(post('/search-numbers', large, { 'content-length': String(large.length) }));
    const silent = await handler(post('/search-numbers', large));
    const lying = await handler(post('/search-numbers', large, { 'content-length': '2' }));
    for (const response of [honest, silent, lying]) {
      expect(await problemOf(response)).toMatchObject({ status: 413, code: 'body-too-large' });
    }
  });
});

describe('an unexpected failure', () => {
  const secrets = 'token nks_1.abc.def, Bearer abcdef, key 0123456789abcdef0123456789abcdef';

  it('is answered 500 with an id and nothing else of it; the log has the rest under the same id', async () => {
    const failure = new Error('disk is full', { cause: new Error('ENOSPC') });
    const { api } = fakeApi({ list: () => Promise.reject(failure) });
    const { handler, log } = handlerFor(api);
    const response = await handler(get('/setup-state'));
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({ status: 500, code: 'internal', instance: 'req_1' });
    expect(text).not.toMatch(/disk|ENOSPC|\.ts/);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({
      level: 'error',
      data: {
        instance: 'req_1',
        method: 'GET',
        path: '/api/twilio/setup-state',
        status: 500,
        code: 'internal',
      },
    });
    expect(String(log[0]?.data?.stack)).toMatch(/disk is full[\s\S]*caused by: Error: ENOSPC/);
  });

  it('is answered also when what was thrown is no error', async () => {
    const { api } = fakeApi({ list: () => Promise.reject('a word') });
    expect((await handlerFor(api).handler(get('/setup-state'))).status).toBe(500);
  });

  it('shows no phone number and no secret to the log', async () => {
    const failure = new Error(`no route to +1 (510) 555-0142; ${secrets}`);
    const { api } = fakeApi({ status: () => Promise.reject(failure) });
    const { handler, log } = handlerFor(api);
    await handler(get('/number-status?id=num_5105550142', { authorization: 'Bearer host-secret' }));
    await handler(get('/no/+15105550142'));
    const written = JSON.stringify(log);
    expect(log).toHaveLength(2);
    expect(written.replaceAll(/[^\d]/g, '')).not.toContain('5105550142');
    expect(written).not.toMatch(/555-01|nks_1|abcdef|host-secret/);
  });

  it('is still answered when the log itself fails', async () => {
    const { api } = fakeApi({ list: () => Promise.reject(new Error('x')) });
    const log = () => {
      throw new Error('log is full');
    };
    expect((await handlerFor(api, { log }).handler(get('/setup-state'))).status).toBe(500);
  });
});

describe('an error of ours', () => {
  const busy = { code: 'carrier-busy', status: 503, retryable: true, title: 'Busy', hint: 'Wait.' };

  it('says when to come back, if coming back can help', async () => {
    const { api } = fakeApi({ search: () => Promise.reject(new NumberkitError(busy, { detail: 'Later.' })) });
    const response = await handlerFor(api).handler(post('/search-numbers', {}));
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problemOf(response)).toMatchObject({ status: 503, retryable: true });
  });

  it('says exactly when, where that is known', async () => {
    const soon = { ...busy, code: 'test-too-soon', status: 429 };
    const thrown = new NumberkitError(soon, { detail: 'Too soon.', retryAfterSeconds: 42 });
    const { api } = fakeApi({ search: () => Promise.reject(thrown) });
    const response = await handlerFor(api).handler(post('/search-numbers', {}));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '42']);
  });

  it('is recognised when another copy of the library threw it', async () => {
    const foreign = Object.assign(new Error('Later.'), {
      ...busy,
      name: 'NumberkitError',
      fields: [],
      alternatives: [],
    });
    const { api } = fakeApi({ search: () => Promise.reject(foreign) });
    expect((await handlerFor(api).handler(post('/search-numbers', {}))).status).toBe(503);
  });

  it('is logged quietly when it is the caller’s', async () => {
    const { handler, log } = handlerFor(fakeApi().api);
    await handler(post('/search-numbers', { limit: 0 }));
    expect(log).toEqual([
      expect.objectContaining({ level: 'info', message: 'A request was refused: invalid-request' }),
    ]);
    expect(log[0]?.data).not.toHaveProperty('stack');
  });
});
