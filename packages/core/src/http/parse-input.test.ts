import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeApi, handlerFor, post, problemOf } from '../../test/http/fake-api.ts';

const refusal = async (path: string, body: unknown) => {
  const { api, calls } = fakeApi();
  const response = await handlerFor(api).handler(post(path, body, { 'idempotency-key': 'k' }));
  expect(calls).toEqual([]);
  expect(response.status).toBe(400);
  return problemOf(response);
};

const number = { phoneNumber: '+15105550142' };

describe('a refused field', () => {
  it.each([
    ['/search-numbers', { query: '' }, 'query', 'too short'],
    ['/search-numbers', { query: 'x'.repeat(121) }, 'query', 'too long'],
    ['/search-numbers', { query: 94607 }, 'query', 'not a string'],
    ['/search-numbers', { areaCode: 510 }, 'areaCode', 'not a string'],
    ['/search-numbers', { areaCode: '110' }, 'areaCode', 'not in the expected form'],
    ['/search-numbers', { locality: null }, 'locality', 'not a string'],
    ['/search-numbers', { region: 'California' }, 'region', 'not in the expected form'],
    ['/search-numbers', { postalCode: '9460' }, 'postalCode', 'not in the expected form'],
    ['/search-numbers', { near: { latitude: 91, longitude: 0 } }, 'near.latitude', 'too large'],
    ['/search-numbers', { near: { latitude: 0, longitude: -181 } }, 'near.longitude', 'too small'],
    ['/search-numbers', { near: { latitude: 1 } }, 'near.longitude', 'missing'],
    [
      '/search-numbers',
      { near: { phoneNumber: '5105550142' } },
      'near.phoneNumber',
      'not in the expected form',
    ],
    ['/search-numbers', { near: 'Oakland' }, 'near', 'not an object'],
    ['/search-numbers', { near: { ...number, lat: 1 } }, 'near.lat', 'unknown field'],
    ['/search-numbers', { contains: 'C' }, 'contains', 'too short'],
    ['/search-numbers', { contains: 'ÄÖ' }, 'contains', 'not in the expected form'],
    ['/search-numbers', { type: 'mobile' }, 'type', 'not one of the possible values'],
    ['/search-numbers', { country: 'DE' }, 'country', 'not one of the possible values'],
    ['/search-numbers', { limit: 0 }, 'limit', 'too small'],
    ['/search-numbers', { limit: 51 }, 'limit', 'too large'],
    ['/search-numbers', { limit: 2.5 }, 'limit', 'not a whole number'],
    ['/search-numbers', { limit: '10' }, 'limit', 'not a number'],
    ['/search-numbers', { includeRestricted: 'yes' }, 'includeRestricted', 'not a boolean'],
    ['/search-numbers', { query: 'Oakland', postalCode: '94607' }, 'postalCode', 'a second place'],
    ['/search-numbers', { region: 'CA', near: number }, 'near', 'a second place'],
    ['/purchase-number', {}, 'phoneNumber', 'missing'],
    ['/purchase-number', { phoneNumber: '(510) 555-0142' }, 'phoneNumber', 'not in the expected form'],
    ['/purchase-number', { ...number, alternatives: '+15105550143' }, 'alternatives', 'not an array'],
    ['/purchase-number', { ...number, alternatives: ['x'] }, 'alternatives.0', 'not in the expected form'],
    [
      '/purchase-number',
      { ...number, alternatives: Array(6).fill('+15105550143') },
      'alternatives',
      'too long',
    ],
    ['/purchase-number', [], 'body', 'not an object'],
    ['/purchase-number', null, 'body', 'not an object'],
  ])('%s %j is named %s, with the reason %s and a remedy', async (path, body, field, reason) => {
    const problem = await refusal(path, body);
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors).toContainEqual({
      field,
      reason,
      remedy: expect.stringMatching(/^(Send|Name|Leave) .+\.$/),
    });
    expect(problem.detail).toContain(field);
  });

  it('is told how it is spelled here when it was written in another style', async () => {
    const problem = await refusal('/search-numbers', { area_code: '510', PostalCode: '94607' });
    expect(problem.errors).toEqual([
      { field: 'area_code', reason: 'unknown field', remedy: 'Write areaCode.' },
      { field: 'PostalCode', reason: 'unknown field', remedy: 'Write postalCode.' },
    ]);
  });

  it('comes with all the others, but not with thousands', async () => {
    const body = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 1]));
    expect((await refusal('/search-numbers', { limit: 0, ...body })).errors).toHaveLength(20);
  });

  it('may have a name that JavaScript gives a meaning to', async () => {
    const problem = await refusal('/search-numbers', '{"__proto__": {"limit": 1}, "constructor": 1}');
    expect(problem.errors?.map((one) => one.field)).toEqual(['__proto__', 'constructor']);
  });
});

describe('any body', () => {
  it('is answered without a failure of ours, whatever JSON it holds', async () => {
    const { handler, log } = handlerFor(fakeApi().api);
    const fields = [
      'query',
      'areaCode',
      'near',
      'contains',
      'limit',
      'phoneNumber',
      'alternatives',
      'latitude',
    ];
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()));
    const route = fc.constantFrom('/search-numbers', '/purchase-number');
    await fc.assert(
      fc.asyncProperty(route, body, async (path, value) => {
        const response = await handler(post(path, value, { 'idempotency-key': 'k' }));
        expect([200, 201, 400]).toContain(response.status);
      }),
      { numRuns: 500 },
    );
    expect(log.filter((entry) => entry.level === 'error')).toEqual([]);
  });

  it('is answered without a failure of ours, whatever bytes it holds', async () => {
    const { handler } = handlerFor(fakeApi().api);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.string()), async (bytes) => {
        const request = new Request('https://app.example.com/api/twilio/search-numbers', {
          method: 'POST',
          body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
          headers: { 'content-type': 'application/json' },
        });
        expect((await handler(request)).status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
