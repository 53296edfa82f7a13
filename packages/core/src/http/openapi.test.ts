import type * as contract from '@numberkit/contract';
import { IDEMPOTENCY_KEY_HEADER, paths } from '@numberkit/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { aNumber, fakeApi, get, handlerFor, jsonOf, post, purchase } from '../../test/http/fake-api.ts';
import { aForwarding, aTest } from '../../test/http/forwardings.ts';
import { describeApi } from './openapi.ts';
import { routes } from './routes/index.ts';
import type * as schemas from './schemas/index.ts';

const document = describeApi(routes, '/api/twilio');

// A document is JSON: from here on it is looked into by address, and what is not there fails the test.
interface Json {
  readonly [key: string]: Json;
}
const at = (...path: string[]) =>
  path.reduce<Json>((part, key) => part[key] as Json, document as unknown as Json);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('is served to anybody, for the base path of the handler', async () => {
    const { handler } = handlerFor(fakeApi().api, { authorize: () => null, basePath: '/phones' });
    const response = await handler(new Request('https://app.example.com/phones/openapi.json'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/phones' }] });
  });

  it('describes every route of the contract', () => {
    const described = Object.keys(at('paths')).toSorted();
    const contracted = Object.values(paths).map((path) => (path === paths.errors ? `${path}/{code}` : path));
    expect(described).toEqual(contracted.toSorted());
  });

  it('describes two methods of one path, and what the data of an event is', () => {
    expect(Object.keys(at('paths', paths.verifyForwarding)).toSorted()).toEqual(['get', 'post']);
    const answer = ['paths', paths.verifyForwarding, 'get', 'responses', '200', 'content'];
    const data = at(...answer, 'application/json', 'schema');
    const events = ['paths', paths.verifyForwardingEvents, 'get', 'responses', '200', 'content'];
    expect(at(...events, 'text/event-stream', 'schema')).toEqual({
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: data,
    });
  });

  it('asks for the idempotency key of a purchase', () => {
    expect(at('paths', paths.purchaseNumber, 'post', 'parameters')).toEqual([
      expect.objectContaining({ name: IDEMPOTENCY_KEY_HEADER, in: 'header', required: true }),
    ]);
  });

  it('lets request bodies hold known fields only, and answers grow', () => {
    const media = ['content', 'application/json', 'schema'];
    const operation = ['paths', paths.purchaseNumber, 'post'];
    expect(at(...operation, 'requestBody', ...media)).toHaveProperty('additionalProperties', false);
    expect(at(...operation, 'responses', '201', ...media)).not.toHaveProperty('additionalProperties');
  });
});

describe('what is answered', () => {
  const ajv = new Ajv2020({ strict: true, formats: { 'date-time': true, 'uri-reference': true } });
  ajv.addKeyword('components');
  ajv.addSchema({ $id: 'document', components: document.components }, 'document');

  /** Says how the answer differs from what the document promises for its path, method and status. */
  async function differences(request: Request, response: Response) {
    const path = new URL(request.url).pathname
      .replace('/api/twilio', '')
      .replace(/^\/errors\/.*/, '/errors/{code}');
    const answers = at('paths', path, request.method.toLowerCase(), 'responses');
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    const schema = (answers[String(response.status)] ?? answers.default)?.content?.[type]?.schema;
    if (!schema) return `${response.status} ${type} is not described`;
    const text = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
    const validate = ajv.compile(JSON.parse(text));
    return validate(await jsonOf(response)) ? undefined : validate.errors;
  }

  const pending = { ...aNumber, status: 'pending', activatedAt: null, monthlyPrice: null } as const;
  it.each([
    ['a search', () => post('/search-numbers', {}), 200, {}],
    ['a refused search', () => post('/search-numbers', { limit: 0 }), 400, {}],
    ['a purchase', () => purchase(), 201, {}],
    ['a purchase with an open outcome', () => purchase(), 202, { buy: async () => pending }],
    [
      'a failed purchase',
      () => purchase(),
      409,
      { buy: async () => ({ ...pending, status: 'failed' as const }) },
    ],
    ['a status', () => get(`/number-status?id=${aNumber.id}`), 200, {}],
    ['a status without an id', () => get('/number-status'), 400, {}],
    ['a set-up state', () => get('/setup-state'), 200, {}],
    [
      'a set-up state of nobody known',
      () => get('/setup-state'),
      200,
      { tenant: null, list: async () => [] },
    ],
    ['a failure', () => get('/setup-state'), 500, { list: () => Promise.reject(new Error('x')) }],
    ['a checked line', () => post('/check-line', { existingLine: '415 555 0199' }), 200, {}],
    ['a forwarding begun', () => post('/setup-forwarding', { existingLine: '415 555 0199' }), 201, {}],
    [
      'a forwarding changed',
      () => post('/setup-forwarding', { existingLine: '415 555 0199', alternative: 1 }),
      200,
      { forwardings: { start: async () => ({ forwarding: aForwarding, created: false }) } },
    ],
    ['a forwarding', () => get(`/forwarding-status?forwardingId=${aForwarding.id}`), 200, {}],
    ['a test asked for', () => post('/verify-forwarding', { forwardingId: aForwarding.id }), 202, {}],
    ['a test', () => get(`/verify-forwarding?testId=${aTest.id}`), 200, {}],
    ['a forwarding cancelled', () => post('/cancel-forwarding', { forwardingId: aForwarding.id }), 200, {}],
    ['statistics for a tenant', () => get('/admin/forwarding-stats'), 403, {}],
    ['an explanation', () => get('/errors/internal'), 200, {}],
    ['a missing explanation', () => get('/errors/nothing'), 404, {}],
  ])('is as the document says: %s', async (_case, make, status, answers) => {
    const request = make();
    const { handler } = handlerFor(fakeApi(answers).api, { paths: ['buy', 'forward'] });
    const response = await handler(request.clone());
    expect(response.status).toBe(status);
    expect(await differences(request, response)).toBeUndefined();
  });
});

describe('the schemas', () => {
  it('say exactly what the contract’s types say', () => {
    type Same<S extends z.ZodType> = DeepReadonly<z.output<S>>;
    expectTypeOf<Same<typeof schemas.searchNumbersRequest>>().toEqualTypeOf<contract.SearchNumbersRequest>();
    expectTypeOf<
      Same<typeof schemas.searchNumbersResponse>
    >().toEqualTypeOf<contract.SearchNumbersResponse>();
    expectTypeOf<
      Same<typeof schemas.purchaseNumberRequest>
    >().toEqualTypeOf<contract.PurchaseNumberRequest>();
    expectTypeOf<Same<typeof schemas.numberResponse>>().toEqualTypeOf<contract.NumberResponse>();
    expectTypeOf<Same<typeof schemas.checkLineRequest>>().toEqualTypeOf<contract.CheckLineRequest>();
    expectTypeOf<Same<typeof schemas.checkLineResponse>>().toEqualTypeOf<contract.CheckLineResponse>();
    expectTypeOf<
      Same<typeof schemas.setupForwardingRequest>
    >().toEqualTypeOf<contract.SetupForwardingRequest>();
    expectTypeOf<Same<typeof schemas.forwardingResponse>>().toEqualTypeOf<contract.ForwardingResponse>();
    expectTypeOf<
      Same<typeof schemas.verifyForwardingRequest>
    >().toEqualTypeOf<contract.VerifyForwardingRequest>();
    expectTypeOf<
      Same<typeof schemas.verifyForwardingResponse>
    >().toEqualTypeOf<contract.VerifyForwardingResponse>();
    expectTypeOf<Same<typeof schemas.forwardingQuery>>().toEqualTypeOf<contract.CancelForwardingRequest>();
    expectTypeOf<
      Same<typeof schemas.forwardingStatsResponse>
    >().toEqualTypeOf<contract.ForwardingStatsResponse>();
    expectTypeOf<Same<typeof schemas.setupState>>().toEqualTypeOf<contract.SetupState>();
    expectTypeOf<Same<typeof schemas.problem>>().toEqualTypeOf<contract.Problem>();
  });
});

/** zod's types are mutable, the contract's are not; that is the one difference allowed. */
type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
