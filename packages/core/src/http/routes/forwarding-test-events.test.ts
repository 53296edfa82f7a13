import type { VerifyForwardingResponse } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { fakeApi, get, handlerFor, problemOf } from '../../../test/http/fake-api.ts';
import { aForwarding, aTest } from '../../../test/http/forwardings.ts';
import type { Clock } from '../../clock.ts';
import { NumberkitError } from '../../errors.ts';
import type { NumberkitApi } from '../index.ts';

type Follow = NumberkitApi['forwardings']['follow'];

const events = (headers: Record<string, string> = {}) =>
  get(`/verify-forwarding-events?testId=${aTest.id}`, headers);
const at = (stage: VerifyForwardingResponse['test']['stage']): VerifyForwardingResponse => ({
  test: { ...aTest, stage },
  forwarding: aForwarding,
});

/** A clock whose sleeps end when the test says so, or when they are called off. */
function heldClock() {
  const sleepers = new Set<() => void>();
  const asked: number[] = [];
  const clock: Clock = {
    now: () => new Date(0),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        asked.push(milliseconds);
        sleepers.add(resolve);
        signal?.addEventListener('abort', () => {
          sleepers.delete(resolve);
          resolve();
        });
      }),
  };
  const wake = () => {
    for (const resolve of sleepers) resolve();
  };
  return { clock, wake, asked, sleepers };
}

/** A test whose changes are pushed by hand, and what its follower did. */
function pushed() {
  const queue: VerifyForwardingResponse[] = [at('queued')];
  const seen: { signal?: AbortSignal; ended: boolean } = { ended: false };
  let news = Promise.withResolvers<void>();
  const push = (update: VerifyForwardingResponse) => {
    queue.push(update);
    news.resolve();
  };
  const follow: Follow = async function* ({ signal }) {
    seen.signal = signal;
    signal.addEventListener('abort', () => news.resolve());
    try {
      while (!signal.aborted) {
        const next = queue.shift();
        if (next) yield next;
        else {
          await news.promise;
          news = Promise.withResolvers();
        }
      }
    } finally {
      seen.ended = true;
    }
  };
  return { follow, push, seen };
}

/** A running stream and its parts of text. */
async function opened(follow: Follow, request = events()) {
  const held = heldClock();
  const { handler, log } = handlerFor(fakeApi({ forwardings: { follow } }).api, { clock: held.clock });
  const response = await handler(request);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => (await reader?.read())?.value;
  return { ...held, response, reader, read, log };
}

describe('GET verify-forwarding-events', () => {
  it('is a stream that nothing on the way may keep back', async () => {
    const { response } = await opened(pushed().follow);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
  });

  it('tells at once what the test is now, then each change, as JSON on one line', async () => {
    const { follow, push } = pushed();
    const { read } = await opened(follow);
    expect(await read()).toBe(`event: test\ndata: ${JSON.stringify(at('queued'))}\n\n`);
    push(at('ringing'));
    expect(await read()).toBe(`event: test\ndata: ${JSON.stringify(at('ringing'))}\n\n`);
  });

  it('ends after the event that says it is done', async () => {
    const { follow, push, seen } = pushed();
    const { read, reader, sleepers } = await opened(follow);
    await read();
    push(at('done'));
    push(at('ringing'));
    expect(await read()).toContain('"stage":"done"');
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
    expect(seen.ended).toBe(true);
    expect(sleepers.size).toBe(0);
  });

  it('sends a comment every 15 seconds while nothing changes, and loses no change by it', async () => {
    const { follow, push } = pushed();
    const { read, wake, asked } = await opened(follow);
    await read();
    for (let beat = 0; beat < 3; beat += 1) {
      const part = read();
      await expect.poll(() => asked.length).toBe(beat + 2);
      wake();
      expect(await part).toBe(':\n\n');
    }
    expect(new Set(asked)).toEqual(new Set([15_000]));
    push(at('came-back'));
    expect(await read()).toContain('"stage":"came-back"');
  });

  it('stops following when the client goes away, whether the body or the request tells', async () => {
    for (const way of ['body', 'request']) {
      const { follow, seen } = pushed();
      const client = new AbortController();
      const request = new Request(events(), { signal: client.signal });
      const { read, reader, sleepers } = await opened(follow, request);
      await read();
      const rest = read();
      if (way === 'body') await reader?.cancel();
      else client.abort();
      await expect.poll(() => seen.ended).toBe(true);
      expect(await rest).toBeUndefined();
      await expect.poll(() => sleepers.size).toBe(0);
    }
  });

  it('answers a problem, not a stream, for a test that is not the tenant’s', async () => {
    const notFound = { code: 'test-not-found', status: 404, retryable: false, title: 'No', hint: 'Look.' };
    const follow: Follow = () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new NumberkitError(notFound, { detail: 'None.' })),
      }),
    });
    const { handler } = handlerFor(fakeApi({ forwardings: { follow } }).api);
    const response = await handler(events());
    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe('test-not-found');
  });

  it('breaks when following fails later, so that the client asks again', async () => {
    const follow: Follow = async function* () {
      yield at('queued');
      throw new Error('the database is away');
    };
    const { read, reader } = await opened(follow);
    await read();
    await expect(reader?.read()).rejects.toThrow('the database is away');
  });

  it('follows nothing for HEAD, and nothing without an id or a session', async () => {
    const { follow, seen } = pushed();
    const head = await opened(follow, new Request(events(), { method: 'HEAD' }));
    expect([head.response.status, head.response.body]).toEqual([200, null]);
    await expect.poll(() => seen.ended).toBe(true);
    const { api, calls } = fakeApi();
    expect((await handlerFor(api).handler(get('/verify-forwarding-events'))).status).toBe(400);
    const nobody = handlerFor(api, { authorize: () => null });
    expect((await nobody.handler(events())).status).toBe(401);
    expect(calls).toEqual([]);
  });

  it('is refused to a tenant that has six open, until one ends or its client has gone', async () => {
    const { api } = fakeApi({ forwardings: { follow: (request) => pushed().follow(request) } });
    const { handler } = handlerFor(api, { clock: heldClock().clock });
    const client = new AbortController();
    const [first, ...others] = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        handler(new Request(events(), place === 1 ? { signal: client.signal } : {})),
      ),
    );
    expect(others.every(({ status }) => status === 200)).toBe(true);
    const refused = await handler(events());
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'too-many-streams' });
    await first?.body?.cancel();
    client.abort();
    expect((await handler(events())).status).toBe(200);
    expect((await handler(events())).status).toBe(200);
    expect((await handler(events())).status).toBe(429);
  });
});
