import { consoleLog, type Log } from '../../activity/index.ts';
import { systemClock } from '../../clock.ts';
import { NumberkitError } from '../../errors.ts';
import { createIds } from '../../ids.ts';
import { answerError } from '../answer-error.ts';
import { nodeErrors } from './errors.ts';
import type { NodeRequest, NodeResponse } from './node-messages.ts';
import { readRequest } from './read-request.ts';
import { writeResponse } from './write-response.ts';

const DEFAULT_MAX_BODY_BYTES = 1_048_576;

/** A handler of the web platform's messages, such as `numberkit.handler` or the voice webhook. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** A listener for `http.createServer`, and a handler for Express, Connect and whatever else passes Node's messages. */
export type NodeHandler = (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void>;

/** What {@link toNodeHandler} may be told. */
export interface NodeHandlerOptions {
  /**
   * Scheme and host (and leading path, if a proxy takes one off) as clients see them: `https://app.example.com`.
   * Without it the URL is made of the connection and the Host header; `X-Forwarded-*` is never believed.
   */
  readonly publicUrl?: string;
  /** Largest body in bytes: 1,048,576 unless said otherwise. */
  readonly maxBodyBytes?: number;
  /** Where failures are logged; the standard error stream unless said otherwise. */
  readonly log?: Log;
}

/**
 * Lets a fetch handler serve Node's HTTP server, Express 5 (mounted anywhere), Connect and the like. The body
 * reaches the handler byte by byte as it was sent; the answer is streamed; when the client goes away, the
 * request's signal aborts. Mount it before body parsers, or let them keep `req.rawBody`.
 *
 * It answers by itself, as problem+json: 400 `unreadable-request`, 413 `body-too-large`, 500 `body-already-read`,
 * and 500 `internal` when the handler throws.
 *
 * @throws NumberkitError `invalid-public-url`
 * @example
 * const app = express();
 * app.use('/api/twilio', toNodeHandler(numberkit.handler));
 * createServer(toNodeHandler(voiceWebhook)).listen(3001);
 */
export function toNodeHandler(handler: FetchHandler, options: NodeHandlerOptions = {}): NodeHandler {
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, log = consoleLog } = options;
  const reading = { maxBodyBytes, publicUrl: checkPublicUrl(options.publicUrl) };
  const around = { log, newId: () => createIds(systemClock)('req'), errorsUrl: null };
  return async (incoming, outgoing) => {
    const line = { method: incoming.method ?? 'GET', path: pathWithoutQuery(incoming) };
    const abort = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) abort.abort();
    });
    try {
      const request = await readRequest(incoming, reading, abort.signal);
      await writeResponse(await handler(request), outgoing, incoming.method);
    } catch (thrown) {
      // A client that went away is nobody's failure, and there is nobody to answer.
      if (outgoing.destroyed && abort.signal.aborted) return;
      const answer = answerError(thrown, line, around);
      if (outgoing.headersSent) return;
      // No need to take in the rest of a body that is too large. HTTP/2 knows no such header.
      if (answer.status === 413 && incoming.httpVersionMajor === 1) answer.headers.set('connection', 'close');
      await writeResponse(answer, outgoing, incoming.method);
    }
  };
}

function pathWithoutQuery({ originalUrl, url }: NodeRequest): string {
  return (originalUrl ?? url ?? '/').split('?', 1)[0] ?? '/';
}

function checkPublicUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return url.origin + url.pathname.replace(/\/+$/, '');
  }
  throw new NumberkitError(nodeErrors.invalidPublicUrl, { detail: `${JSON.stringify(text)} is not usable.` });
}
