import type {
  ForwardingResponse,
  ForwardingStatsResponse,
  VerifyForwardingResponse,
} from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { fakeApi, get, handlerFor, jsonOf, post, problemOf } from '../../../test/http/fake-api.ts';
import { aChoice, aForwarding, aTest, someStats } from '../../../test/http/forwardings.ts';

const LINE = '(415) 555-0199';
const forward = { paths: ['buy', 'forward'] } as const;
const actor = { kind: 'tenant', id: 'acme' };

describe('POST check-line', () => {
  it('passes the line on as it was written, and answers what to choose from', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, forward).handler(post('/check-line', { existingLine: LINE }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(aChoice);
    expect(calls).toEqual([{ name: 'checkLine', input: { tenantId: 'acme', existingLine: LINE } }]);
  });

  it('is closed when the host did not enable forwarding', async () => {
    const { api, calls } = fakeApi();
    for (const path of ['/check-line', '/setup-forwarding']) {
      const response = await handlerFor(api).handler(post(path, { existingLine: LINE }));
      expect((await problemOf(response)).code).toBe('path-not-enabled');
    }
    expect(calls).toEqual([]);
  });
});

describe('POST setup-forwarding', () => {
  it('begins for the tenant of the request, and answers where to look at it', async () => {
    const { api, calls } = fakeApi();
    const choice = { carrierId: 'us-verizon', lineKind: 'mobile', condition: 'all', alternative: 1 } as const;
    const request = post('/setup-forwarding', { existingLine: LINE, ...choice });
    const response = await handlerFor(api, forward).handler(request);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(
      `/api/twilio/forwarding-status?forwardingId=${aForwarding.id}`,
    );
    expect(await jsonOf<ForwardingResponse>(response)).toEqual({ forwarding: aForwarding });
    expect(calls).toEqual([
      { name: 'start', input: { tenantId: 'acme', existingLine: LINE, ...choice, actor } },
    ]);
  });

  it('answers 200 when the line was begun already', async () => {
    const start = async () => ({ forwarding: aForwarding, created: false });
    const { api } = fakeApi({ forwardings: { start } });
    const request = post('/setup-forwarding', { existingLine: LINE, carrierId: null });
    expect((await handlerFor(api, forward).handler(request)).status).toBe(200);
  });

  it.each([
    [{}, 'existingLine'],
    [{ existingLine: 'x'.repeat(41) }, 'existingLine'],
    [{ existingLine: LINE, carrierId: '../etc' }, 'carrierId'],
    [{ existingLine: LINE, condition: 'sometimes' }, 'condition'],
    [{ existingLine: LINE, lineKind: 'fax' }, 'lineKind'],
    [{ existingLine: LINE, alternative: -1 }, 'alternative'],
    [{ existingLine: LINE, tenantId: 'other' }, 'tenantId'],
  ])('refuses %o and names %s', async (body, field) => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, forward).handler(post('/setup-forwarding', body));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((each) => each.field)).toEqual([field]);
    expect(calls).toEqual([]);
  });
});

describe('a forwarding that is begun', () => {
  it('is shown to its tenant', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(get(`/forwarding-status?forwardingId=${aForwarding.id}`));
    expect(await jsonOf<ForwardingResponse>(response)).toEqual({ forwarding: aForwarding });
    expect(calls).toEqual([{ name: 'status', input: { tenantId: 'acme', forwardingId: aForwarding.id } }]);
  });

  it('is cancelled, also when the host has closed the path meanwhile', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(
      post('/cancel-forwarding', { forwardingId: aForwarding.id }),
    );
    expect(response.status).toBe(200);
    expect((await jsonOf<ForwardingResponse>(response)).forwarding.status).toBe('cancelling');
    expect(calls).toEqual([
      { name: 'cancel', input: { tenantId: 'acme', forwardingId: aForwarding.id, actor } },
    ]);
  });

  it.each(['', 'num_1', 'fwd_', 'fwd_../x'])('is not looked for under the id %o', async (forwardingId) => {
    const { api, calls } = fakeApi();
    const { handler } = handlerFor(api);
    const query = new URLSearchParams({ forwardingId });
    for (const request of [
      get(`/forwarding-status?${query}`),
      post('/cancel-forwarding', { forwardingId }),
    ]) {
      expect((await handler(request)).status).toBe(400);
    }
    expect(calls).toEqual([]);
  });
});

describe('a test call', () => {
  const both = { test: aTest, forwarding: aForwarding };

  it('is asked for, and the answer says where to look at it and when', async () => {
    const { api, calls } = fakeApi();
    const body = { forwardingId: aForwarding.id, purpose: 'off', condition: 'busy' } as const;
    const response = await handlerFor(api).handler(post('/verify-forwarding', body));
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/api/twilio/verify-forwarding?testId=${aTest.id}`);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await jsonOf<VerifyForwardingResponse>(response)).toEqual(both);
    expect(calls).toEqual([{ name: 'verify', input: { tenantId: 'acme', ...body, actor } }]);
  });

  it('is looked at under the same path', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(get(`/verify-forwarding?testId=${aTest.id}`));
    expect(response.status).toBe(200);
    expect(await jsonOf<VerifyForwardingResponse>(response)).toEqual(both);
    expect(calls).toEqual([{ name: 'testStatus', input: { tenantId: 'acme', testId: aTest.id } }]);
  });

  it('is reached by no other method', async () => {
    const { handler } = handlerFor(fakeApi().api);
    const url = 'https://app.example.com/api/twilio/verify-forwarding';
    const response = await handler(new Request(url, { method: 'DELETE' }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, GET, HEAD, OPTIONS']);
    expect((await handler(new Request(url, { method: 'OPTIONS' }))).headers.get('allow')).toBe(
      'POST, GET, HEAD, OPTIONS',
    );
  });
});

describe('GET admin/forwarding-stats', () => {
  it('shows operators how each code did', async () => {
    const operator = { authorize: () => ({ tenantId: 'house', role: 'operator' }) as const };
    const response = await handlerFor(fakeApi().api, operator).handler(get('/admin/forwarding-stats'));
    expect(await jsonOf<ForwardingStatsResponse>(response)).toEqual({ codes: someStats });
  });

  it('shows it to nobody else', async () => {
    expect((await handlerFor(fakeApi().api).handler(get('/admin/forwarding-stats'))).status).toBe(403);
  });
});
