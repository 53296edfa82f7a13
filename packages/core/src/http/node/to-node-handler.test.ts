import { createServer, type IncomingMessage, request as nodeRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../activity/index.ts';
import { type FetchHandler, type NodeHandlerOptions, toNodeHandler } from './to-node-handler.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(handler: FetchHandler, options: NodeHandlerOptions = {}) {
  const log: LogEntry[] = [];
  const server = createServer(toNodeHandler(handler, { log: (entry) => log.push(entry), ...options }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return { port, base: `http://127.0.0.1:${port}`, log };
}

/** Sends bytes as they are, for what no client would send, and answers what came back. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const echoUrl: FetchHandler = (request) => new Response(request.url);

describe('a request', () => {
  it('reaches the handler with method, path, query and headers', async () => {
    const { base } = await serve((request) =>
      Response.json([
        request.method,
        request.url,
        request.headers.get('x-test'),
        request.headers.get('cookie'),
      ]),
    );
    const response = await fetch(`${base}/a%20b?c=1&c=2`, {
      method: 'PUT',
      headers: { 'x-test': 'ü'.normalize('NFC'), cookie: 'a=1; b=2' },
      body: '',
    });
    expect(await response.json()).toEqual(['PUT', `${base}/a%20b?c=1&c=2`, 'ü', 'a=1; b=2']);
  });

  it('keeps every byte of its body', async () => {
    const { base } = await serve(async (request) => new Response(await request.arrayBuffer()));
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    const response = await fetch(base, { method: 'POST', body: bytes });
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), Buffer.from(bytes))).toBe(0);
  });

  it('may have no body although its method could', async () => {
    const { base } = await serve(async (request) => new Response(String((await request.text()).length)));
    expect(await (await fetch(base, { method: 'POST' })).text()).toBe('0');
    expect(await (await fetch(base, { method: 'DELETE' })).text()).toBe('0');
  });

  it('has the public URL that the host configured, with the path that a proxy took off', async () => {
    const { base } = await serve(echoUrl, { publicUrl: 'https://app.example.com/hooks/' });
    expect(await (await fetch(`${base}/voice?x=1`)).text()).toBe('https://app.example.com/hooks/voice?x=1');
  });

  it('does not take its URL from headers that anybody may send', async () => {
    const { base } = await serve(echoUrl);
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    expect(await (await fetch(`${base}/a`, { headers })).text()).toBe(`${base}/a`);
  });

  it('stays on its host, however its path is written', async () => {
    const { port } = await serve(echoUrl);
    const get = (target: string) =>
      sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: me.example\r\nConnection: close\r\n\r\n`);
    expect(await get('//evil.example/a')).toMatch(/\r\nhttp:\/\/me\.example\/\/evil\.example\/a$/);
    expect(await get('http://evil.example/a?b')).toMatch(/\r\nhttp:\/\/me\.example\/a\?b$/);
    expect(await get('*')).toMatch(/\r\nhttp:\/\/me\.example\/$/);
  });

  it.each(['a b', 'user@host', 'host/path?', 'ho"st'])(
    'with the Host header %j is answered 400',
    async (host) => {
      const { port } = await serve(echoUrl);
      const answer = await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it('of a method that fetch forbids is answered 400', async () => {
    const { port } = await serve(echoUrl);
    const answer = await sendRaw(port, 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"unreadable-request"/);
  });

  it('whose body is too large is answered 413, whether it announces its size or not', async () => {
    const { base, port } = await serve(echoUrl, { maxBodyBytes: 10 });
    const announced = await fetch(base, { method: 'POST', body: 'x'.repeat(11) });
    expect(announced.status).toBe(413);
    expect(announced.headers.get('content-type')).toBe('application/problem+json');
    expect(await announced.json()).toMatchObject({ code: 'body-too-large' });
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await sendRaw(port, `${head}b\r\nxxxxxxxxxxx\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('cut off in the middle of its body reaches no handler and fails nobody', async () => {
    let reached = 0;
    const { port, base, log } = await serve(() => {
      reached += 1;
      return new Response();
    });
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc');
    socket.resetAndDestroy();
    expect((await fetch(base)).status).toBe(200);
    expect([reached, log]).toEqual([1, []]);
  });
});

describe('a response', () => {
  it('keeps its status, its headers and each of its cookies', async () => {
    const headers = new Headers({ 'x-test': 'yes', 'content-type': 'text/plain' });
    headers.append('set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
    headers.append('set-cookie', 'b=2');
    const { base } = await serve(() => new Response('hello', { status: 418, headers }));
    const response = await fetch(base);
    expect([response.status, response.headers.get('x-test')]).toEqual([418, 'yes']);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2']);
    expect(await response.text()).toBe('hello');
  });

  it('that is short says its length', async () => {
    const { base } = await serve(() => Response.json({ a: 1 }));
    expect((await fetch(base)).headers.get('content-length')).toBe('7');
  });

  it('to HEAD has no body, and its source is told', async () => {
    let cancelled = false;
    const body = () =>
      new ReadableStream({
        cancel() {
          cancelled = true;
        },
      });
    const { base } = await serve(() => new Response(body()));
    const response = await fetch(base, { method: 'HEAD' });
    expect([response.status, await response.text(), cancelled]).toEqual([200, '', true]);
  });

  it('without a body is one', async () => {
    const { base } = await serve(() => new Response(null, { status: 204 }));
    expect((await fetch(base)).status).toBe(204);
  });

  it('that is a stream arrives part by part, its head before the first', async () => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(given) {
        controller = given;
      },
    });
    const { base } = await serve(
      () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    );
    const response = await fetch(base);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    controller?.enqueue(new TextEncoder().encode('one'));
    expect((await reader?.read())?.value).toBe('one');
    controller?.enqueue(new TextEncoder().encode('two'));
    expect((await reader?.read())?.value).toBe('two');
    controller?.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('that is large waits for a slow client and arrives whole', async () => {
    let left = 64;
    let made = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (left === 0) return controller.close();
          left -= 1;
          made += 1;
          controller.enqueue(new Uint8Array(262_144));
        },
      },
      { highWaterMark: 0 },
    );
    const { base } = await serve(() => new Response(body));
    const incoming = await new Promise<IncomingMessage>((resolve) => nodeRequest(base, resolve).end());
    incoming.pause();
    // Far more than fits into the buffers of both ends has not been made while nobody reads.
    const before = made;
    expect(before).toBeLessThan(64);
    let size = 0;
    for await (const chunk of incoming) size += chunk.length;
    expect(size).toBe(64 * 262_144);
  });

  it('is given up when the client goes away: the signal aborts and the source is cancelled', async () => {
    const gone = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<void>();
    const { base, log } = await serve((request) => {
      request.signal.addEventListener('abort', () => gone.resolve());
      return new Response(new ReadableStream({ cancel: () => cancelled.resolve() }));
    });
    const client = new AbortController();
    await fetch(base, { signal: client.signal });
    client.abort();
    await Promise.all([gone.promise, cancelled.promise]);
    expect(log).toEqual([]);
  });

  it('does not abort the signal of a request that was answered', async () => {
    let signal: AbortSignal | undefined;
    const { base } = await serve((request) => {
      signal = request.signal;
      return new Response('done');
    });
    const response = await fetch(base, { headers: { connection: 'close' } });
    await response.text();
    expect(signal?.aborted).toBe(false);
  });

  it('whose body fails on the way breaks the connection and is logged', async () => {
    let parts = 0;
    const body = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          parts += 1;
          if (parts > 2) throw new Error('source failed');
          controller.enqueue(new TextEncoder().encode('part'));
          await new Promise((resolve) => setImmediate(resolve));
        },
      });
    const { base, log } = await serve(() => new Response(body()));
    const outcome = await fetch(base)
      .then((response) => response.text())
      .catch(() => 'broken');
    expect(outcome).toBe('broken');
    expect(log).toEqual([expect.objectContaining({ level: 'error' })]);
  });
});

describe('a handler that throws', () => {
  it('is answered 500 without what it said, which the log has under the same id', async () => {
    const { base, log } = await serve(() => Promise.reject(new Error('secret +15105550142')));
    const response = await fetch(`${base}/x?q=secret`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', type: 'about:blank' });
    expect(log[0]?.data).toMatchObject({ instance: JSON.parse(text).instance, path: '/x' });
    expect(JSON.stringify(log)).not.toContain('15105550142');
  });

  it.each(['app.example.com', 'ftp://a.example', 'https://a.example/?x=1'])(
    'is not made with %s',
    (publicUrl) => {
      expect(() => toNodeHandler(echoUrl, { publicUrl })).toThrow(
        expect.objectContaining({ code: 'invalid-public-url' }),
      );
    },
  );
});
