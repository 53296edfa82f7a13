import { describe, expect, it } from 'vitest';
import { aNumber, fakeApi, get, handlerFor, post, problemOf } from '../../../test/http/fake-api.ts';

const operator = { authorize: () => ({ tenantId: 'house', role: 'operator', actorId: 'jo' }) as const };

describe('POST admin/prebuy-numbers', () => {
  it.each([
    { area_codes: ['510', '415'], count_per_area: 10 },
    { areaCodes: ['510', '415'], countPerArea: 10, dryRun: false },
  ])('takes %o, buys for the pool, and answers a summary with the bill that was planned', async (body) => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, operator).handler(post('/admin/prebuy-numbers', body));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      bought: 1,
      planned: { numbers: 1 },
      areas: [{ areaCode: '510', pooled: 3, problem: null }],
    });
    const actor = { kind: 'operator', id: 'jo' };
    const input = { areaCodes: ['510', '415'], countPerArea: 10, dryRun: false, actor };
    expect(calls).toEqual([{ name: 'prebuy', input }]);
  });

  it.each([
    [{ area_codes: ['510'] }, 'countPerArea'],
    [{ count_per_area: 3 }, 'areaCodes'],
    [{ areaCodes: ['510'], area_codes: ['510'], countPerArea: 1 }, 'areaCodes'],
    [{ areaCodes: ['5100'], countPerArea: 1 }, 'areaCodes.0'],
    [{ areaCodes: ['510'], countPerArea: 501 }, 'countPerArea'],
  ])('refuses %o and names %s', async (body, field) => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, operator).handler(post('/admin/prebuy-numbers', body));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((each) => each.field)).toEqual([field]);
    expect(calls).toEqual([]);
  });

  it('is for operators', async () => {
    const { api, calls } = fakeApi();
    const body = { areaCodes: ['510'], countPerArea: 1 };
    expect((await handlerFor(api).handler(post('/admin/prebuy-numbers', body))).status).toBe(403);
    expect(calls).toEqual([]);
  });
});

describe('GET admin/pool', () => {
  it('shows the pool to operators', async () => {
    const { api } = fakeApi();
    const response = await handlerFor(api, operator).handler(get('/admin/pool'));
    expect(await response.json()).toMatchObject({
      pooled: 2,
      areas: [{ areaCode: '510', target: 3, oldest: '2026-11-01T00:00:00.000Z' }],
    });
  });

  it('shows it to nobody else', async () => {
    expect((await handlerFor(fakeApi().api).handler(get('/admin/pool'))).status).toBe(403);
  });
});

describe('POST claim-number', () => {
  it('passes place, key and actor on, and answers where to look the number up', async () => {
    const { api, calls } = fakeApi();
    const request = post('/claim-number', { areaCode: '510' }, { 'idempotency-key': 'k1' });
    const response = await handlerFor(api).handler(request);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toContain(aNumber.id);
    const actor = { kind: 'tenant', id: 'acme' };
    expect(calls).toEqual([
      { name: 'claim', input: { areaCode: '510', tenantId: 'acme', idempotencyKey: 'k1', actor } },
    ]);
  });

  it('wants a key', async () => {
    const response = await handlerFor(fakeApi().api).handler(post('/claim-number', { areaCode: '510' }));
    expect((await problemOf(response)).code).toBe('idempotency-key-required');
  });
});
