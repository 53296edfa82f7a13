import type { Clock } from '../clock.ts';
import type { EventsAnswer } from './route.ts';

/** Proxies take a connection for dead that has said nothing for a minute, some for half of it. */
const BEAT_MS = 15_000;
const encoder = new TextEncoder();
/** A comment: clients pass over it. */
const BEAT = encoder.encode(':\n\n');

/**
 * Writes items as server-sent events, with a heartbeat while there are none. The first item is waited for, so that what
 * is thrown before it becomes a problem like any other; what is thrown later breaks the stream.
 * @param gone aborts when the client has gone
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function openEventStream(
  { event, items }: EventsAnswer,
  gone: AbortSignal,
  clock: Clock,
): Promise<ReadableStream<Uint8Array>> {
  const stop = new AbortController();
  const iterator = items(AbortSignal.any([gone, stop.signal]))[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<unknown>> | undefined = Promise.resolve(await iterator.next());
  return new ReadableStream({
    async pull(controller) {
      next ??= iterator.next();
      const item = await beforeBeat(next, clock);
      if (item === undefined) {
        controller.enqueue(BEAT);
        return;
      }
      next = undefined;
      if (item.done) controller.close();
      else controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(item.value)}\n\n`));
    },
    cancel() {
      stop.abort();
      // Not waited for: it comes back only when the item that is under way does.
      iterator.return?.().catch(() => undefined);
    },
  });
}

/** What headers say beside the type: nothing on the way may keep events back, or pack them. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** The value, or undefined when it is time for a heartbeat before. */
async function beforeBeat<T>(value: Promise<T>, clock: Clock): Promise<T | undefined> {
  const abort = new AbortController();
  try {
    const beat = clock.sleep(BEAT_MS, abort.signal).then(() => undefined);
    return await Promise.race([value, beat]);
  } finally {
    abort.abort();
  }
}
