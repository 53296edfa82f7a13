import { describe, expect, it } from 'vitest';
import { aNumber, fakeApi, handlerFor, post, problemOf } from '../../../test/http/fake-api.ts';

const operator = { authorize: () => ({ tenantId: 'house', role: 'operator', actorId: 'jo' }) as const };
const release = () => post('/admin/release-number', { numberId: aNumber.id, reason: 'mistake' });
const move = { numberId: aNumber.id, fromTenantId: 'acme', toTenantId: 'beta', reason: 'sold' };
const transfer = () => post('/admin/transfer-number', move);

describe('POST admin/release-number', () => {
  it('passes number, reason and the operator on, and answers 200 when it is certain', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, operator).handler(release());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ numberId: aNumber.id, outcome: 'released' });
    expect(calls).toEqual([
      {
        name: 'release',
        input: { numberId: aNumber.id, reason: 'mistake', actor: { kind: 'operator', id: 'jo' } },
      },
    ]);
  });

  it('answers 202 while it is not certain', async () => {
    const { api } = fakeApi({ release: async ({ numberId }) => ({ numberId, outcome: 'releasing' }) });
    expect((await handlerFor(api, operator).handler(release())).status).toBe(202);
  });

  it('wants a reason', async () => {
    const { api, calls } = fakeApi();
    const request = post('/admin/release-number', { numberId: aNumber.id, reason: '' });
    expect((await handlerFor(api, operator).handler(request)).status).toBe(400);
    expect(calls).toEqual([]);
  });
});

describe('POST admin/transfer-number', () => {
  it('passes both tenants and the operator on', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, operator).handler(transfer());
    expect(await response.json()).toEqual({ numberId: aNumber.id, tenantId: 'beta' });
    expect(calls).toEqual([{ name: 'transfer', input: { ...move, actor: { kind: 'operator', id: 'jo' } } }]);
  });
});

describe('a tenant', () => {
  it.each([
    ['release', release],
    ['transfer', transfer],
  ])('may not %s numbers', async (_, request) => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(request());
    expect(response.status).toBe(403);
    expect(await problemOf(response)).toMatchObject({ code: 'not-permitted' });
    expect(calls).toEqual([]);
  });
});
