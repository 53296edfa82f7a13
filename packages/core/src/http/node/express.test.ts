import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeApi, handlerFor } from '../../../test/http/fake-api.ts';
import { aForwarding, aTest } from '../../../test/http/forwardings.ts';
import type { LogEntry } from '../../activity/index.ts';
import { toNodeHandler } from './to-node-handler.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } });
const echo = async (request: Request) => new Response(await request.arrayBuffer());
const odd = '{ "b" : 1,\n "a" : "\\u00fc" }';

describe('under Express 5', () => {
  it('the API works mounted at its base path and beside other routes', async () => {
    const app = express();
    app.use('/api/twilio', toNodeHandler(handlerFor(fakeApi().api).handler));
    app.get('/', (_request, response) => void response.send('host'));
    const base = await listen(app);
    expect((await fetch(`${base}/api/twilio/setup-state`)).status).toBe(200);
    expect((await fetch(`${base}/api/twilio/search-numbers`, json('{}'))).status).toBe(200);
    expect((await fetch(`${base}/api/twilio/nowhere`)).status).toBe(404);
    expect(await (await fetch(base)).text()).toBe('host');
  });

  it('events arrive one by one, and nobody goes on making them when the client has left', async () => {
    const left = Promise.withResolvers<void>();
    const { api } = fakeApi({
      forwardings: {
        async *follow({ signal }) {
          yield { test: aTest, forwarding: aForwarding };
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          left.resolve();
        },
      },
    });
    const app = express();
    app.use('/api/twilio', toNodeHandler(handlerFor(api).handler));
    const client = new AbortController();
    const path = `/api/twilio/verify-forwarding-events?testId=${aTest.id}`;
    const response = await fetch((await listen(app)) + path, { signal: client.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^event: test\ndata: \{.*"stage":"queued".*\}\n\n$/);
    client.abort();
    await left.promise;
  });

  it('the handler sees the whole path, however deep it is mounted', async () => {
    const app = express();
    const router = express.Router();
    router.use(
      '/inner',
      toNodeHandler((request) => new Response(new URL(request.url).pathname)),
    );
    app.use('/outer', router);
    const base = await listen(app);
    expect(await (await fetch(`${base}/outer/inner/leaf`)).text()).toBe('/outer/inner/leaf');
  });

  it('a body parser after us does no harm', async () => {
    const app = express();
    app.use('/echo', toNodeHandler(echo));
    app.use(express.json());
    expect(await (await fetch(`${await listen(app)}/echo`, json(odd))).text()).toBe(odd);
  });

  it('a body parser before us is named, with the fix, because the bytes are gone', async () => {
    const log: LogEntry[] = [];
    const app = express();
    app.use(express.json());
    app.use('/echo', toNodeHandler(echo, { log: (entry) => log.push(entry) }));
    const response = await fetch(`${await listen(app)}/echo`, json(odd));
    expect(response.status).toBe(500);
    const problem = await response.json();
    expect(problem).toMatchObject({
      code: 'body-already-read',
      hint: expect.stringContaining('req.rawBody = bytes'),
    });
    expect(log[0]?.data).toMatchObject({ code: 'body-already-read' });
  });

  it('a form parser before us is named too, as it would be before a voice webhook', async () => {
    const app = express();
    app.use(express.urlencoded());
    app.use('/echo', toNodeHandler(echo, { log: () => undefined }));
    const base = await listen(app);
    const response = await fetch(`${base}/echo`, { method: 'POST', body: new URLSearchParams({ To: '+1' }) });
    expect(await response.json()).toMatchObject({ code: 'body-already-read' });
  });

  it('a body parser that keeps the bytes, as the hint says, gives them to us unchanged', async () => {
    const app = express();
    app.use(
      express.json({
        verify: (request, _response, bytes) => {
          // What the hint tells hosts to write; Node's type has no such field.
          (request as { rawBody?: Uint8Array }).rawBody = bytes;
        },
      }),
    );
    app.use('/echo', toNodeHandler(echo));
    expect(await (await fetch(`${await listen(app)}/echo`, json(odd))).text()).toBe(odd);
  });

  it('a parser of raw bytes gives them to us unchanged', async () => {
    const app = express();
    app.use(express.raw({ type: () => true }));
    app.use('/echo', toNodeHandler(echo));
    expect(await (await fetch(`${await listen(app)}/echo`, json(odd))).text()).toBe(odd);
  });

  it('a body parser that did not touch the request does not matter', async () => {
    const app = express();
    app.use(express.json());
    app.use('/echo', toNodeHandler(echo));
    const base = await listen(app);
    const plain = await fetch(`${base}/echo`, { method: 'POST', body: 'plain' });
    expect(await plain.text()).toBe('plain');
    expect((await fetch(`${base}/echo`)).status).toBe(200);
    expect((await fetch(`${base}/echo`, { method: 'POST' })).status).toBe(200);
  });

  it('cookies that the host set before us stay', async () => {
    const app = express();
    app.use((_request, response, next) => {
      response.cookie('host', '1');
      next();
    });
    app.use(toNodeHandler(() => new Response('', { headers: { 'set-cookie': 'ours=2' } })));
    const response = await fetch(await listen(app));
    expect(response.headers.getSetCookie()).toEqual(['host=1; Path=/', 'ours=2']);
  });
});
