import type { Clock } from '../clock.ts';

/** A body, or why there is none. */
export type BodyResult =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'already-read' }
  | { readonly kind: 'broken' };

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** Reads the body of a Web request within limits. A body that is too large is not read to its end. */
export async function readBody(request: Request, limits: BodyLimits, clock: Clock): Promise<BodyResult> {
  if (request.bodyUsed) {
    return { kind: 'already-read' };
  }
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) {
    return { kind: 'too-large' };
  }
  if (request.body === null) {
    return { kind: 'body', bytes: new Uint8Array() };
  }
  const reader = request.body.getReader();
  let slow = false;
  const cancelTimer = clock.after(limits.timeoutMs, () => {
    slow = true;
    ignoreRejection(reader.cancel());
  });
  try {
    const result = await collect(reader, limits.maxBytes);
    return slow ? { kind: 'too-slow' } : result;
  } catch {
    return { kind: slow ? 'too-slow' : 'broken' };
  } finally {
    cancelTimer();
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<BodyResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return { kind: 'body', bytes: join(chunks, size) };
    }
    size += value.byteLength;
    if (size > maxBytes) {
      ignoreRejection(reader.cancel());
      return { kind: 'too-large' };
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) {
    return only;
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** A stream that fails while it is being given up has nothing left to tell. */
function ignoreRejection(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
