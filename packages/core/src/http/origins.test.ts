import { describe, expect, it } from 'vitest';
import { BASE, fakeApi, get, handlerFor, purchase } from '../../test/http/fake-api.ts';

const page = 'https://pages.example.com';
const allowed = { allowedOrigins: [page] };

describe('allowed origins', () => {
  it('may read answers, errors included, and buy', async () => {
    const { handler } = handlerFor(fakeApi().api, allowed);
    const headers = { origin: page, 'sec-fetch-site': 'cross-site' };
    for (const request of [get('/setup-state', headers), get('/nowhere', headers), purchase(headers)]) {
      const response = await handler(request);
      expect(response.headers.get('access-control-allow-origin')).toBe(page);
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('vary')).toBe('Origin');
    }
    expect((await handler(purchase(headers))).status).toBe(201);
  });

  it('get a preflight that names the headers we read', async () => {
    const response = await handlerFor(fakeApi().api, allowed).handler(
      new Request(`${BASE}/purchase-number`, {
        method: 'OPTIONS',
        headers: { origin: page, 'access-control-request-method': 'POST' },
      }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  it('are matched whole', async () => {
    const { handler } = handlerFor(fakeApi().api, allowed);
    for (const origin of ['https://pages.example.com.evil.example', 'http://pages.example.com', 'null']) {
      const response = await handler(get('/setup-state', { origin }));
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('vary')).toBe('Origin');
    }
  });

  it('are not announced when there are none', async () => {
    const response = await handlerFor(fakeApi().api).handler(get('/setup-state', { origin: page }));
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['*', 'pages.example.com', 'https://pages.example.com/', 'https://*.example.com', 'null'])(
    'may not be written as %s',
    (origin) => {
      const make = () => handlerFor(fakeApi().api, { allowedOrigins: [origin] });
      expect(make).toThrow(expect.objectContaining({ code: 'invalid-allowed-origin' }));
    },
  );
});
