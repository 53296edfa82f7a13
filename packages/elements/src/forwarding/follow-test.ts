import { paths, type VerifyForwardingResponse } from '@numberkit/contract';
import { ApiError, type Connection } from '../api/index.ts';
import { type ForwardingClient, toTest } from './forwarding-client.ts';
import { readEvents } from './read-events.ts';

/** How often the server is asked when it does not tell by itself. */
const POLL_MS = 1_500;
/** A stream that says nothing for so long, not even that it lives, is taken for dead. */
const SILENCE_MS = 20_000;

/** What is followed, and how. */
export interface FollowOptions {
  readonly testId: string;
  /** Asked for each request, so that a changed token counts from then on. */
  readonly connection: () => Connection;
  readonly client: () => ForwardingClient;
  readonly signal: AbortSignal;
  readonly onNews: (response: VerifyForwardingResponse) => void;
}

/**
 * Tells each change of a test until it is done. The server tells by itself where streams get through; where they do
 * not, for whatever reason, it is asked. Rejects with `ApiError` when it cannot be asked either.
 */
export async function followTestCall(options: FollowOptions): Promise<void> {
  const ended = await listen(options).catch(() => false);
  if (!ended) await poll(options);
}

async function listen({ testId, connection, signal, onNews }: FollowOptions): Promise<boolean> {
  const { baseUrl, fetch, sessionToken, timers } = connection();
  const life = new AbortController();
  const end = () => life.abort();
  signal.addEventListener('abort', end);
  let stopWaiting = timers.after(SILENCE_MS, end);
  try {
    const response = await fetch(
      `${baseUrl.replace(/\/+$/, '')}${paths.verifyForwardingEvents}?testId=${encodeURIComponent(testId)}`,
      {
        headers: {
          accept: 'text/event-stream',
          ...(sessionToken && { authorization: `Bearer ${sessionToken}` }),
        },
        signal: life.signal,
      },
    );
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !streams || !response.body) return false;
    for await (const { event, data } of readEvents(response.body)) {
      stopWaiting();
      stopWaiting = timers.after(SILENCE_MS, end);
      if (event !== 'test') continue;
      const news = toTest(JSON.parse(data));
      if (life.signal.aborted) return false;
      onNews(news);
      if (news.test.outcome) return true;
    }
    return false;
  } finally {
    stopWaiting();
    signal.removeEventListener('abort', end);
    life.abort();
  }
}

async function poll({ testId, client, connection, signal, onNews }: FollowOptions): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new ApiError('aborted');
    const news = await client().testStatus(testId, signal);
    onNews(news);
    if (news.test.outcome) return;
    await new Promise<void>((resolve) => {
      const cancel = connection().timers.after(POLL_MS, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }
}
