import { NumberkitError } from '../../errors.ts';
import { httpErrors } from '../errors.ts';
import { nodeErrors } from './errors.ts';
import type { NodeRequest } from './node-messages.ts';

/** How requests are read. */
export interface ReadingOptions {
  /** Scheme, host and leading path as clients see them, without a slash at the end; `null`: as the request says. */
  readonly publicUrl: string | null;
  readonly maxBodyBytes: number;
}

/**
 * Makes a `Request` of Node's request. The body is the very bytes that came, because signatures are over bytes.
 * @throws NumberkitError `unreadable-request`, `body-too-large`, `body-already-read`
 */
export async function readRequest(
  incoming: NodeRequest,
  options: ReadingOptions,
  signal: AbortSignal,
): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const url = (options.publicUrl ?? originOf(incoming)) + pathOf(incoming);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await readBody(incoming, options.maxBodyBytes) : null;
  try {
    return new Request(url, { method, headers: headersOf(incoming), body, signal });
  } catch (cause) {
    // Methods that fetch forbids (TRACE), header values that are no bytes.
    throw unreadable('Its method, address or headers are not allowed.', cause);
  }
}

function originOf({ headers, socket }: NodeRequest): string {
  const host = headers[':authority'] ?? headers.host ?? 'localhost';
  if (typeof host !== 'string' || !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)) {
    throw unreadable('Its Host header is not a host name.');
  }
  const secure = socket && 'encrypted' in socket && socket.encrypted === true;
  return `${secure ? 'https' : 'http'}://${host}`;
}

// Joined as text, never resolved: a path such as `//elsewhere/x` must not become another host.
function pathOf({ originalUrl, url }: NodeRequest): string {
  const target = originalUrl ?? url ?? '/';
  if (target.startsWith('/')) return target;
  // A client that takes us for a proxy sends the whole address; its host is not to be trusted over the header.
  if (URL.canParse(target)) return new URL(target).pathname + new URL(target).search;
  return '/';
}

function headersOf({ headers }: NodeRequest): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 puts method and path among the headers, with a colon in front.
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of typeof value === 'string' ? [value] : value) result.append(name, one);
  }
  return result;
}

async function readBody(incoming: NodeRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = keptBytes(incoming);
  if (kept) {
    if (kept.length > maxBytes) throw tooLarge(maxBytes);
    return kept;
  }
  const { headers } = incoming;
  const announced = Number(headers['content-length'] ?? 0);
  if (announced === 0 && headers['content-length'] !== undefined) return null;
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (incoming.readableDidRead) {
    throw new NumberkitError(httpErrors.bodyAlreadyRead, {
      detail: 'A body parser that runs before this handler has read the body, and its bytes are gone.',
    });
  }
  return collect(incoming, maxBytes);
}

// `express.raw()` leaves the bytes as the body; other parsers leave what they made of them.
function keptBytes({ rawBody, body }: NodeRequest): Uint8Array<ArrayBuffer> | undefined {
  if (typeof rawBody === 'string') return new Uint8Array(Buffer.from(rawBody));
  if (rawBody instanceof Uint8Array) return new Uint8Array(rawBody);
  return body instanceof Uint8Array ? new Uint8Array(body) : undefined;
}

function collect(incoming: NodeRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const settle = (finish: () => void) => {
      incoming.off('data', onData);
      incoming.off('end', onEnd);
      incoming.off('close', onClose);
      finish();
    };
    const onData = (data: unknown) => {
      // Text comes when somebody before us set an encoding on the stream.
      const chunk = data instanceof Uint8Array ? data : Buffer.from(String(data));
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBytes) return;
      incoming.pause();
      settle(() => reject(tooLarge(maxBytes)));
    };
    const onEnd = () => settle(() => resolve(new Uint8Array(Buffer.concat(chunks))));
    const onClose = () =>
      settle(() => reject(unreadable('The client went away before the body was complete.')));
    incoming.on('data', onData);
    incoming.on('end', onEnd);
    incoming.on('close', onClose);
    // A reset arrives as an error too; without a listener it would end the process. `close` follows it.
    incoming.on('error', () => undefined);
  });
}

function tooLarge(maxBytes: number): NumberkitError {
  return new NumberkitError(httpErrors.bodyTooLarge, {
    detail: `The body is larger than ${maxBytes} bytes.`,
  });
}

function unreadable(detail: string, cause?: unknown): NumberkitError {
  return new NumberkitError(nodeErrors.unreadableRequest, { detail, cause });
}
