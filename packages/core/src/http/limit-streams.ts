import { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';
import type { EventsAnswer } from './route.ts';

/** A page follows one test; a few pages may be open. Each stream keeps a connection and looks twice a second. */
export const STREAMS_PER_TENANT = 6;
const RETRY_AFTER_SECONDS = 5;

/**
 * Lets a tenant have only so many streams open at a time, in this process. The answer's items throw `too-many-streams`
 * when they are asked for the first; a stream counts until its items end, or its client has gone.
 */
export function createStreamLimit(most = STREAMS_PER_TENANT): (answer: EventsAnswer) => EventsAnswer {
  const open = new Map<string, number>();
  const change = (tenantId: string, by: 1 | -1) => {
    const count = (open.get(tenantId) ?? 0) + by;
    if (count > 0) open.set(tenantId, count);
    else open.delete(tenantId);
  };
  async function* counted({ tenantId, items }: EventsAnswer, signal: AbortSignal): AsyncGenerator<unknown> {
    if ((open.get(tenantId) ?? 0) >= most) throw tooMany(most);
    change(tenantId, 1);
    const gone = new AbortController();
    const leave = () => {
      if (!gone.signal.aborted) change(tenantId, -1);
      gone.abort();
    };
    // A client that went while nothing was read of it leaves the items where they are, for good.
    signal.addEventListener('abort', leave, { once: true, signal: gone.signal });
    try {
      yield* items(signal);
    } finally {
      leave();
    }
  }
  return (answer) => ({ ...answer, items: (signal) => counted(answer, signal) });
}

function tooMany(most: number): NumberkitError {
  return new NumberkitError(httpErrors.tooManyStreams, {
    detail: `${most} streams of this tenant are open.`,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}
