import type { VoiceWebhookOptions } from '../options.ts';
import type { PlainResponse } from '../request/index.ts';
import { createVoiceHandler } from '../voice-handler.ts';
import { createSettings } from '../webhook-settings.ts';
import { createNodeHash } from './node-hash.ts';
import type { NodeRequest, NodeResponse } from './node-messages.ts';
import { readNodeBody } from './read-node-body.ts';

/** Answers Twilio on Node's messages. Resolves when the answer is written; never rejects. */
export type NodeVoiceWebhook = (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void>;

/**
 * The voice webhook for Node's own HTTP server and all that passes Node's messages on: Express, Connect, Fastify,
 * Koa. The same as `createVoiceWebhook`, option by option and answer by answer, without `Request` and `Response`
 * objects in between, and with Node's own hashes.
 *
 * Mount it before any body parser; where one cannot be avoided, let it keep the bytes as `req.rawBody`. A body
 * that was parsed without keeping them is answered 400, naming this fix.
 *
 * With `NODE_ENV=development` answers carry a `server-timing` header, unless `serverTiming` says otherwise.
 *
 * Throws `TypeError` or `RangeError` when an option is wrong.
 *
 * @example
 * const webhook = createNodeVoiceWebhook({
 *   routes: numberkit.routing,
 *   authTokens: twilioAuthToken,
 *   publicUrl: 'https://app.example.com/twilio/voice',
 *   fallback: twiml.response(twiml.say('Please call again in a few minutes.')),
 * });
 * createServer(webhook).listen(3000);
 * // or: app.use('/twilio/voice', webhook);
 *
 * @see https://www.twilio.com/docs/voice/twiml
 */
export function createNodeVoiceWebhook(options: VoiceWebhookOptions): NodeVoiceWebhook {
  const serverTiming = options.serverTiming ?? process.env.NODE_ENV === 'development';
  const settings = createSettings({ ...options, serverTiming });
  const handle = createVoiceHandler(settings, createNodeHash());
  return async (incoming, outgoing) => {
    const answer = await handle({
      method: incoming.method ?? 'GET',
      target: targetOf(incoming),
      header: (name) => single(incoming.headers[name]),
      readBody: () => readNodeBody(incoming, settings.bodyLimits, settings.clock),
    });
    send(answer, outgoing);
  };
}

function targetOf({ originalUrl, url }: NodeRequest): string {
  const target = originalUrl ?? url ?? '/';
  // A client that takes us for a proxy sends the whole address; where it leads is decided by the path alone.
  return target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ');
}

// Statuses after which the rest of the request's body is not read, so that the connection is of no more use.
const CUTS_OFF: readonly number[] = [408, 413];

function send({ status, headers, body }: PlainResponse, outgoing: NodeResponse): void {
  // The client went away, or somebody else has answered: nothing to do here.
  if (outgoing.destroyed || outgoing.headersSent) {
    return;
  }
  const all: Record<string, string | number> = { ...headers };
  if (body !== null) {
    all['content-length'] = Buffer.byteLength(body);
  }
  if (CUTS_OFF.includes(status)) {
    all.connection = 'close';
  }
  outgoing.writeHead(status, all);
  outgoing.end(body ?? undefined);
}
