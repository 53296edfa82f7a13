import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isConnectionReset } from '../faults/index.ts';

/**
 * Puts a `fetch` behind node:http. A ConnectionReset destroys the socket, so that the client sees its
 * connection break instead of an answer.
 */
export function httpMount(fetch: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    answer(fetch, incoming, outgoing).catch((error: unknown) => {
      if (isConnectionReset(error) || outgoing.headersSent || outgoing.destroyed)
        incoming.socket.resetAndDestroy();
      else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  };
}

async function answer(
  fetch: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await fetch(await readRequest(incoming, outgoing));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  // Headers of an event stream must arrive before its first event.
  outgoing.flushHeaders();
  await pipeline(Readable.fromWeb(response.body), outgoing);
}

async function readRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort(new Error('The client closed the connection.'));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  return new Request(url, { method, headers, body, signal: gone.signal });
}
