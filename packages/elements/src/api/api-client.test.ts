import { describe, expect, it } from 'vitest';
import { createFakeApi, json, problem, reset, silence } from '../../test/fake-api/index.ts';
import { createVirtualTimers } from '../../test/virtual-timers.ts';
import { createApiClient } from './api-client.ts';
import { ApiError } from './api-error.ts';

function connect(sessionToken?: string) {
  const api = createFakeApi();
  const timers = createVirtualTimers();
  const client = createApiClient({ baseUrl: '/api/twilio/', fetch: api.fetch, timers, sessionToken });
  return { api, timers, client };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('the client', () => {
  it('sends a session token when there is one, and no header when there is none', async () => {
    const signedIn = connect('nks_1');
    await signedIn.client.setupState();
    expect(signedIn.api.seen[0]?.headers.get('authorization')).toBe('Bearer nks_1');
    const cookie = connect();
    await cookie.client.setupState();
    expect(cookie.api.seen[0]?.headers.has('authorization')).toBe(false);
  });

  it('repeats what is safe to repeat, twice, when the connection breaks', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', reset, reset);
    const answer = client.setupState();
    await timers.pass(1_200);
    expect((await answer).tenant.id).toBe('acme');
    expect(api.seen).toHaveLength(3);
  });

  it('never repeats a purchase by itself', async () => {
    const { api, client } = connect();
    api.script('/purchase-number', reset);
    const error = await failureOf(client.purchaseNumber({ phoneNumber: '+15105550142' }, 'key'));
    expect(error).toMatchObject({ kind: 'unreachable', status: 0 });
    expect(api.seen).toHaveLength(1);
  });

  it('gives the problem of a refusal along', async () => {
    const { api, client } = connect();
    api.script('/purchase-number', () => problem(409, 'number-unavailable', { alternatives: ['+1', 2] }));
    const error = await failureOf(client.purchaseNumber({ phoneNumber: '+15105550142' }, 'key'));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      kind: 'refused',
      status: 409,
      problem: { code: 'number-unavailable', alternatives: ['+1'] },
    });
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'refused'],
    [422, 'refused'],
    [500, 'failed'],
  ])('takes status %i for %s', async (status, kind) => {
    const { api, client } = connect();
    api.script('/purchase-number', () => new Response('<h1>oops</h1>', { status }));
    const error = await failureOf(client.purchaseNumber({ phoneNumber: '+15105550142' }, 'key'));
    expect(error).toMatchObject({ kind, status, problem: null });
  });

  it.each([['<html>'], ['[]'], ['null'], ['{}']])('does not take %s for an answer', async (body) => {
    const { api, client } = connect();
    api.script('/number-status', () => new Response(body));
    expect(await failureOf(client.numberStatus('num_1'))).toMatchObject({ kind: 'failed' });
  });

  it('gives up when no answer comes in time', async () => {
    const { api, timers, client } = connect();
    api.script('/setup-state', silence);
    const failure = failureOf(client.setupState());
    await timers.pass(20_000);
    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('stops, and stops repeating, when it is told to', async () => {
    const { api, timers, client } = connect();
    api.script('/search-numbers', reset);
    const stop = new AbortController();
    const failure = failureOf(client.searchNumbers({}, stop.signal));
    await timers.pass(100);
    stop.abort();
    await timers.pass(1_000);
    expect(await failure).toMatchObject({ kind: 'aborted' });
    expect(api.seen).toHaveLength(1);
  });

  it('does without suggestions when the server has none', async () => {
    const { api, client } = connect();
    api.script('/search-numbers', () => json({ numbers: [] }));
    expect(await client.searchNumbers({})).toEqual({ numbers: [], suggestions: [] });
  });
});
