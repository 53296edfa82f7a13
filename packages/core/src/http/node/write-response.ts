import type { NodeResponse } from './node-messages.ts';

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Sends a `Response` as fast as the client takes it, and stops the body's source when the client has gone.
 * Rejects when the body fails on the way; the connection is broken then, so that the client notices too.
 */
export async function writeResponse(
  response: Response,
  outgoing: NodeResponse,
  method: string | undefined,
): Promise<void> {
  if (method === 'HEAD') await response.body?.cancel();
  const reader = method === 'HEAD' ? undefined : response.body?.getReader();
  writeHead(response, outgoing);
  if (!reader) {
    outgoing.end();
    return;
  }
  // Cancelling ends a pending read, so the loop below ends too.
  outgoing.on('close', () => void reader.cancel().catch(() => undefined));
  try {
    await writeBody(reader, outgoing);
  } catch (error) {
    outgoing.destroy();
    throw error;
  }
}

function writeHead(response: Response, outgoing: NodeResponse): void {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length === 0) return;
  // Middleware of the host's may have set cookies before us; ours come after, not instead.
  const before = outgoing.getHeader('set-cookie') ?? [];
  outgoing.setHeader('set-cookie', [...(Array.isArray(before) ? before : [String(before)]), ...cookies]);
}

async function writeBody(reader: Reader, outgoing: NodeResponse): Promise<void> {
  let next = reader.read();
  // When the first part takes its time, the client gets status and headers meanwhile.
  if (!(await withinThisTurn(next))) outgoing.flushHeaders();
  let part = await next;
  while (!part.done) {
    next = reader.read();
    // The last part goes out together with the end: a short answer gets a Content-Length and needs one packet.
    if ((await withinThisTurn(next))?.done) {
      outgoing.end(part.value);
      return;
    }
    if (!outgoing.write(part.value)) await drained(outgoing);
    part = await next;
  }
  outgoing.end();
}

function withinThisTurn<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setImmediate(resolve, undefined))]);
}

function drained(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      outgoing.off('drain', finish);
      outgoing.off('close', finish);
      resolve();
    };
    outgoing.on('drain', finish);
    outgoing.on('close', finish);
    if (outgoing.destroyed) finish();
  });
}
