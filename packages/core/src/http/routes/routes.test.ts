import type { NumberResponse, SetupState } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import {
  aNumber,
  aSearch,
  aTenant,
  fakeApi,
  get,
  handlerFor,
  jsonOf,
  post,
  problemOf,
  purchase,
} from '../../../test/http/fake-api.ts';
import { aForwarding } from '../../../test/http/forwardings.ts';
import { NumberkitError } from '../../errors.ts';

const taken = {
  code: 'number-unavailable',
  status: 409,
  retryable: false,
  title: 'Taken',
  hint: 'Choose another.',
};

describe('POST search-numbers', () => {
  it('passes the checked body on for the tenant of the request and answers what was found', async () => {
    const { api, calls } = fakeApi();
    const { handler } = handlerFor(api);
    const response = await handler(post('/search-numbers', { locality: 'Oakland', region: 'ca', limit: 3 }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(aSearch);
    expect(calls).toEqual([
      { name: 'search', input: { tenantId: 'acme', locality: 'Oakland', region: 'CA', limit: 3 } },
    ]);
  });

  it('takes a body that names no place', async () => {
    const { api, calls } = fakeApi();
    await handlerFor(api).handler(post('/search-numbers', {}));
    expect(calls).toEqual([{ name: 'search', input: { tenantId: 'acme' } }]);
  });

  it('does not let a body name another tenant', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(post('/search-numbers', { tenantId: 'other' }));
    expect(response.status).toBe(400);
    expect(calls).toEqual([]);
  });
});

describe('POST purchase-number', () => {
  it('answers 201 with the number and where to look at it', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(purchase());
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/api/twilio/number-status?id=${aNumber.id}`);
    expect(await response.json()).toEqual({ number: aNumber });
    expect(calls[0]?.input).toEqual({
      tenantId: 'acme',
      phoneNumber: '+15105550142',
      idempotencyKey: 'key-1',
      actor: { kind: 'tenant', id: 'acme' },
    });
  });

  it('answers 202 while the outcome is unknown, and says when to ask again', async () => {
    const { api } = fakeApi({ buy: async () => ({ ...aNumber, status: 'pending' }) });
    const response = await handlerFor(api).handler(purchase());
    expect(response.status).toBe(202);
    expect(response.headers.get('retry-after')).toBe('2');
    expect((await jsonOf<NumberResponse>(response)).number.status).toBe('pending');
  });

  it('answers 201 for the replay of a purchase whose number was released since', async () => {
    const { api } = fakeApi({ buy: async () => ({ ...aNumber, status: 'released' }) });
    expect((await handlerFor(api).handler(purchase())).status).toBe(201);
  });

  it('answers a problem when the purchase is found to have failed', async () => {
    const { api } = fakeApi({ buy: async () => ({ ...aNumber, status: 'failed' }) });
    const response = await handlerFor(api).handler(purchase());
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'purchase-refused', retryable: false });
  });

  it('answers a refusal as a problem, with the numbers to offer instead', async () => {
    const refusal = new NumberkitError(taken, { detail: 'Sold.', alternatives: ['+15105550143'] });
    const { api } = fakeApi({ buy: () => Promise.reject(refusal) });
    const response = await handlerFor(api).handler(purchase());
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
      type: '/api/twilio/errors/number-unavailable',
      title: 'Taken',
      status: 409,
      code: 'number-unavailable',
      detail: 'Sold.',
      hint: 'Choose another.',
      retryable: false,
      instance: 'req_1',
      alternatives: ['+15105550143'],
    });
  });

  it('writes the person, when the host names one, into the purchase', async () => {
    const { api, calls } = fakeApi();
    const authorize = () => ({ tenantId: 'acme', role: 'operator', actorId: 'jo' }) as const;
    await handlerFor(api, { authorize }).handler(purchase());
    expect(calls[0]?.input).toMatchObject({ actor: { kind: 'operator', id: 'jo' } });
  });

  it.each([
    ['no key', undefined],
    ['an empty key', ' '],
    ['a key with a space', 'a b'],
    ['a key of 129 characters', 'k'.repeat(129)],
  ])('refuses %s with the header’s name and an example, before anything is bought', async (_case, key) => {
    const { api, calls } = fakeApi();
    const body = { phoneNumber: '+15105550142' };
    const response = await handlerFor(api).handler(
      post('/purchase-number', body, key === undefined ? {} : { 'idempotency-key': key }),
    );
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem.code).toBe('idempotency-key-required');
    expect(problem.errors?.[0]?.field).toBe('Idempotency-Key');
    expect(problem.errors?.[0]?.remedy).toContain('Idempotency-Key: 5f0c6b1e-first-number');
    expect(calls).toEqual([]);
  });

  it('is closed when the host did not enable buying', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api, { paths: ['forward'] }).handler(purchase());
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'path-not-enabled' });
    expect(calls).toEqual([]);
  });
});

describe('GET number-status', () => {
  it('answers the number', async () => {
    const { api, calls } = fakeApi();
    const response = await handlerFor(api).handler(get(`/number-status?id=${aNumber.id}`));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ number: aNumber });
    expect(calls).toEqual([{ name: 'status', input: { tenantId: 'acme', numberId: aNumber.id } }]);
  });

  it.each([
    ['?', 'id', 'missing'],
    ['?id=', 'id', 'not in the expected form'],
    ['?id=op_1', 'id', 'not in the expected form'],
    ['?id=num_1&id=num_2', 'id', 'not a string'],
    ['?id=num_1&ID=num_1', 'ID', 'unknown field'],
  ])('refuses %s and names the parameter', async (query, field, reason) => {
    const response = await handlerFor(fakeApi().api).handler(get(`/number-status${query}`));
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors).toContainEqual(expect.objectContaining({ field, reason }));
  });
});

describe('GET setup-state', () => {
  const state = async (fake: ReturnType<typeof fakeApi>, options = {}) =>
    jsonOf<SetupState>(await handlerFor(fake.api, options).handler(get('/setup-state')));

  it('tells what the page needs to open at the right step', async () => {
    expect(await state(fakeApi())).toEqual({
      paths: ['buy'],
      tenant: { id: 'acme', name: 'Acme Dental', location: 'Oakland, CA', greeting: 'Acme, hello.' },
      numbers: [aNumber],
      forwardings: [aForwarding],
    });
  });

  it('knows nothing but the id of a tenant that was never put', async () => {
    expect((await state(fakeApi({ tenant: null }))).tenant).toEqual({
      id: 'acme',
      name: null,
      location: null,
      greeting: null,
    });
  });

  it('falls back to the postal code, and shows a spoken message as the greeting', async () => {
    const tenant = {
      ...aTenant,
      location: { postalCode: '94607' },
      agent: { kind: 'say', text: 'Closed.' } as const,
    };
    expect((await state(fakeApi({ tenant }))).tenant).toMatchObject({
      location: '94607',
      greeting: 'Closed.',
    });
  });

  it('keeps the host’s order of paths, and hides porting from tenants without the entitlement', async () => {
    const options = { paths: ['forward', 'port', 'buy'] };
    expect((await state(fakeApi(), options)).paths).toEqual(['forward', 'buy']);
    const entitled = fakeApi({ tenant: { ...aTenant, entitlements: ['port-in'] } });
    expect((await state(entitled, options)).paths).toEqual(['forward', 'port', 'buy']);
  });
});

describe('GET errors/{code}', () => {
  it('explains the code that the type of a problem leads to, to anybody', async () => {
    const { handler } = handlerFor(fakeApi().api, { authorize: () => null });
    const problem = await problemOf(await handler(get('/setup-state')));
    const explanation = await handler(new Request(new URL(problem.type, 'https://app.example.com')));
    expect(explanation.status).toBe(200);
    expect(await explanation.json()).toMatchObject({ code: 'unauthenticated', title: problem.title });
  });

  it('answers 404 for a code that does not exist', async () => {
    const response = await handlerFor(fakeApi().api).handler(get('/errors/nonsense'));
    expect(await response.json()).toMatchObject({ status: 404, code: 'no-such-code' });
  });
});
