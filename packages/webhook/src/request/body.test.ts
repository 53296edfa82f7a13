import { describe, expect, it } from 'vitest';
import { createManualClock, eventually } from '../../test/manual-clock.ts';
import { readBody } from './body.ts';

const limits = { maxBytes: 10, timeoutMs: 1000 };

function post(
  body: string | ReadableStream<Uint8Array> | null,
  headers: Record<string, string> = {},
): Request {
  return new Request('https://app.example.com/', {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
}

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(new TextEncoder().encode(chunk));
      }
      controller.close();
    },
  });
}

describe('readBody', () => {
  it('joins the chunks of a body', async () => {
    const result = await readBody(post(streamOf('To=', '%2B', '1')), limits, createManualClock());
    expect(result.kind === 'body' && new TextDecoder().decode(result.bytes)).toBe('To=%2B1');
  });

  it('reads an absent body as an empty one', async () => {
    const result = await readBody(post(null), limits, createManualClock());
    expect(result).toEqual({ kind: 'body', bytes: new Uint8Array() });
  });

  it('takes a body of exactly the limit and refuses one byte more', async () => {
    expect((await readBody(post('1234567890'), limits, createManualClock())).kind).toBe('body');
    expect((await readBody(post(streamOf('123456', '78901')), limits, createManualClock())).kind).toBe(
      'too-large',
    );
  });

  it('refuses a body by its announced length, without reading it', async () => {
    const request = post('12345678901', { 'content-length': '11' });
    expect((await readBody(request, limits, createManualClock())).kind).toBe('too-large');
    expect(request.bodyUsed).toBe(false);
  });

  it('gives up on a body that does not arrive in time', async () => {
    const clock = createManualClock();
    let cancelled = false;
    const stalled = new ReadableStream<Uint8Array>({
      cancel() {
        cancelled = true;
      },
    });
    const result = readBody(post(stalled), limits, clock);
    await eventually(() => clock.pending() === 1);
    clock.advance(1000);
    expect((await result).kind).toBe('too-slow');
    expect(cancelled).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const clock = createManualClock();
    await readBody(post('abc'), limits, clock);
    expect(clock.pending()).toBe(0);
  });

  it('reports a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('connection reset'));
      },
    });
    expect((await readBody(post(broken), limits, createManualClock())).kind).toBe('broken');
  });

  it('reports a body that something read before', async () => {
    const request = post('abc');
    await request.text();
    expect((await readBody(request, limits, createManualClock())).kind).toBe('already-read');
  });
});
