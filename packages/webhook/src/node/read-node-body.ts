import type { Clock } from '../clock.ts';
import type { BodyLimits, BodyResult } from '../request/index.ts';
import type { NodeRequest } from './node-messages.ts';

/** Reads the body of Node's request within limits: the very bytes, because the signature is over bytes. */
export function readNodeBody(
  incoming: NodeRequest,
  limits: BodyLimits,
  clock: Clock,
): Promise<BodyResult> | BodyResult {
  const kept = keptBytes(incoming);
  if (kept !== undefined) {
    return kept.length > limits.maxBytes ? { kind: 'too-large' } : { kind: 'body', bytes: kept };
  }
  if (incoming.readableDidRead === true) {
    return { kind: 'already-read' };
  }
  if (Number(incoming.headers['content-length'] ?? 0) > limits.maxBytes) {
    return { kind: 'too-large' };
  }
  return new Promise((resolve) => collect(incoming, limits, clock, resolve));
}

/** `rawBody` is where serverless platforms and body parsers leave the bytes; `express.raw()` leaves them as the body. */
function keptBytes({ rawBody, body }: NodeRequest): Uint8Array | undefined {
  if (typeof rawBody === 'string') {
    return Buffer.from(rawBody);
  }
  if (rawBody instanceof Uint8Array) {
    return rawBody;
  }
  return body instanceof Uint8Array ? body : undefined;
}

function collect(
  incoming: NodeRequest,
  { maxBytes, timeoutMs }: BodyLimits,
  clock: Clock,
  resolve: (result: BodyResult) => void,
): void {
  // A call's body nearly always comes in one piece, which is then used as it is.
  let first: Uint8Array | undefined;
  const others: Uint8Array[] = [];
  let size = 0;
  // What is heard after the first outcome changes nothing, so the listeners may stay: the request is over soon.
  const settle = (result: BodyResult): void => {
    cancelTimer();
    resolve(result);
  };
  const onData = (data: unknown): void => {
    // Text comes when somebody before us set an encoding on the stream.
    const chunk = data instanceof Uint8Array ? data : Buffer.from(String(data));
    size += chunk.length;
    if (size > maxBytes) {
      others.length = 0;
      incoming.pause();
      settle({ kind: 'too-large' });
    } else if (first === undefined) {
      first = chunk;
    } else {
      others.push(chunk);
    }
  };
  const onEnd = (): void => {
    const bytes =
      first === undefined || others.length > 0 ? Buffer.concat(first ? [first, ...others] : []) : first;
    settle({ kind: 'body', bytes });
  };
  const onClose = (): void => settle({ kind: 'broken' });
  const cancelTimer = clock.after(timeoutMs, () => {
    incoming.pause();
    settle({ kind: 'too-slow' });
  });
  incoming.on('data', onData);
  incoming.on('end', onEnd);
  incoming.on('close', onClose);
  // A reset arrives as an error too; without a listener it would end the process. `close` follows it.
  incoming.on('error', ignore);
}

function ignore(): void {
  // See where it is attached.
}
