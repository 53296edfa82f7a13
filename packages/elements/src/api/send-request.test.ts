import { describe, expect, it } from 'vitest';
import {
  type Answer,
  createFakeApi,
  json,
  newTenant,
  owned,
  problem,
  reset,
  silence,
} from '../../test/fake-api/index.ts';
import { createVirtualTimers, settle } from '../../test/virtual-timers.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { ApiError } from './api-error.ts';

function connect(fetch?: typeof globalThis.fetch) {
  const api = createFakeApi();
  const timers = createVirtualTimers();
  const client = createApiClient({ baseUrl: '/api/twilio', fetch: fetch ?? api.fetch, timers });
  return { api, timers, client };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

/** Every route, and whether it is safe to repeat. */
const routes: readonly [
  path: string,
  call: (client: ApiClient, signal?: AbortSignal) => Promise<unknown>,
  attempts: number,
][] = [
  ['/setup-state', (client, signal) => client.setupState(signal), 3],
  ['/search-numbers', (client, signal) => client.searchNumbers({ query: 'x' }, signal), 3],
  ['/number-status', (client, signal) => client.numberStatus('num_1', signal), 3],
  [
    '/purchase-number',
    (client, signal) => client.purchaseNumber({ phoneNumber: '+15105550142' }, 'key', signal),
    1,
  ],
];

describe.each(routes)('%s', (path, call, attempts) => {
  it.each<[string, Answer]>([
    ['the connection breaks', reset],
    ['the server is overloaded', () => problem(429, 'rate-limited')],
    ['the server breaks', () => problem(500, 'internal')],
    ['the gateway finds no server', () => new Response('', { status: 502 })],
    ['the server rests', () => new Response('', { status: 503 })],
    ['the gateway waits in vain', () => new Response('', { status: 504 })],
  ])(`is tried ${attempts} times when %s`, async (_what, answer) => {
    const { api, timers, client } = connect();
    api.script(path, ...Array.from({ length: 5 }, () => answer));
    const failure = failureOf(call(client));
    await timers.pass(10_000);
    expect(await failure).toBeInstanceOf(ApiError);
    expect(api.seen).toHaveLength(attempts);
  });

  it.each<[string, Answer, string]>([
    ['is refused', () => problem(400, 'invalid-request'), 'refused'],
    ['needs a sign-in', () => problem(401, 'unauthenticated'), 'unauthorized'],
    ['is not allowed', () => problem(403, 'not-permitted'), 'refused'],
    ['does not exist', () => problem(404, 'no-such-route'), 'refused'],
    ['gets an answer that makes no sense', () => new Response('<html>'), 'failed'],
    ['is not implemented', () => new Response('', { status: 501 }), 'failed'],
  ])('is tried once when it %s', async (_what, answer, kind) => {
    const { api, timers, client } = connect();
    api.script(path, answer);
    const failure = failureOf(call(client));
    await timers.pass(10_000);
    expect(await failure).toMatchObject({ name: 'ApiError', kind });
    expect(api.seen).toHaveLength(1);
  });

  it('stops the request on the wire when it is told to, and says so', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { client } = connect((_input, init) => {
      signals.push(init?.signal);
      return new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    });
    const stop = new AbortController();
    const failure = failureOf(call(client, stop.signal));
    await settle();
    stop.abort();
    expect(await failure).toMatchObject({ kind: 'aborted', status: 0 });
    expect(signals.map((each) => each?.aborted)).toEqual([true]);
  });

  it('asks nothing at all when it was told to stop before', async () => {
    const { api, client } = connect();
    expect(await failureOf(call(client, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
    expect(api.seen).toEqual([]);
  });

  it('does not wait longer than it should, and does not try again after that', async () => {
    const { api, timers, client } = connect();
    api.script(path, silence);
    let failure: unknown = null;
    failureOf(call(client)).then((error) => (failure = error));
    const limit = path === '/purchase-number' ? 45_000 : 15_000;
    await timers.pass(limit - 1);
    expect(failure).toBeNull();
    await timers.pass(1);
    expect(failure).toMatchObject({ kind: 'timeout', status: 0 });
    expect(api.seen).toHaveLength(1);
  });

  it('gives up on a body that never ends', async () => {
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const { timers, client } = connect((_input, init) => {
      const response = endless();
      const cut = new Promise<never>((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
      // A body is cut off by the signal of its request.
      return Promise.resolve(Object.assign(response, { json: () => cut }));
    });
    const failure = failureOf(call(client));
    await timers.pass(45_000);
    expect(await failure).toMatchObject({ kind: 'timeout' });
  });
});

describe('trying again', () => {
  it('is left alone where the server said when to come back', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', () => {
      const answer = problem(429, 'test-too-soon');
      answer.headers.set('retry-after', '5');
      return answer;
    });
    const failure = failureOf(client.setupState());
    await timers.pass(10_000);
    expect(await failure).toMatchObject({ status: 429, asksToWait: true });
    expect(api.seen).toHaveLength(1);
  });

  it('waits 300 ms, then 900 ms', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', reset, reset);
    const answer = client.setupState();
    const counts: number[] = [];
    for (const pause of [0, 299, 1, 899, 1]) {
      await timers.pass(pause);
      counts.push(api.seen.length);
    }
    expect(counts).toEqual([1, 1, 2, 2, 3]);
    expect((await answer).tenant.id).toBe('acme');
  });

  it('ends at once when it is told to stop in a pause', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', reset);
    const stop = new AbortController();
    const failure = failureOf(client.setupState(stop.signal));
    await timers.pass(100);
    stop.abort();
    expect(await failure).toMatchObject({ kind: 'aborted' });
    await timers.pass(5_000);
    expect(api.seen).toHaveLength(1);
  });

  it('leaves the same purchase to the caller, whose key makes it safe', async () => {
    const { api, client } = connect();
    const order = { phoneNumber: '+15105550142', alternatives: ['+15105550177'] };
    api.script('/purchase-number', reset);
    await failureOf(client.purchaseNumber(order, 'key-1'));
    await client.purchaseNumber(order, 'key-1');
    expect(api.seen.map((each) => each.headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1']);
    expect(api.seen.map((each) => each.body)).toEqual([order, order]);
    expect(api.setup.numbers).toHaveLength(1);
  });
});

describe('an error', () => {
  it('carries the account of the server, and only what it may', async () => {
    const { api, client } = connect();
    const errors = [{ field: 'query', message: 'too long' }, { field: 7 }, null];
    api.script('/search-numbers', () =>
      problem(400, 'invalid-request', { errors, retryable: 'yes', detail: 3 }),
    );
    const error = await failureOf(client.searchNumbers({}));
    expect(error).toMatchObject({
      message: '',
      problem: { code: 'invalid-request', status: 400, detail: '', retryable: false },
    });
    expect(error).toHaveProperty('problem.errors', [{ field: 'query', message: 'too long' }]);
  });

  it('keeps its cause, for those who look', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', reset, reset, reset);
    const failure = failureOf(client.setupState());
    await timers.pass(2_000);
    expect(await failure).toMatchObject({ cause: expect.any(TypeError) });
  });
});

describe('an answer', () => {
  it.each<[string, unknown]>([
    ['no ways', { ...newTenant(), paths: undefined }],
    ['no tenant', { ...newTenant(), tenant: null }],
    ['a number without digits', { ...newTenant(), numbers: [{ id: 'num_1' }] }],
  ])('about a tenant with %s is a failure', async (_what, body) => {
    const { api, client } = connect();
    api.script('/setup-state', () => json(body));
    expect(await failureOf(client.setupState())).toMatchObject({ kind: 'failed' });
  });

  it('about a number in a state that nobody knows is a failure, never a refusal', async () => {
    const { api, client } = connect();
    api.script('/purchase-number', () => json({ number: { ...owned(), status: 'mislaid' } }, 201));
    const error = await failureOf(client.purchaseNumber({ phoneNumber: '+15105550142' }, 'key'));
    expect(error).toMatchObject({ kind: 'failed', problem: null });
  });

  it('escapes what is asked for', async () => {
    const { api, client } = connect();
    await failureOf(client.numberStatus('num_1&id=num_2'));
    expect(api.seen[0]?.query.getAll('id')).toEqual(['num_1&id=num_2']);
  });
});
