import { createServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createNodeVoiceWebhook } from '@numberkit/webhook/node';
import { createNumberkit } from 'numberkit';
import { postgres } from 'numberkit/postgres';
import { twilio } from 'numberkit/twilio';
import pg from 'pg';
import { GREETING_OF_FALLBACK, KEYS, PUBLIC_URL, TOKEN } from '../../bench/webhook/job.ts';
import { twiml, voiceUrls, type WebhookEvent } from '../../src/index.ts';

// One version of the host's process, as a host would write it: SIGTERM lets go of the port at once, finishes the
// calls that are being answered, then ends.
const [database = '', port = '0'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: database, connectionTimeoutMillis: 2000, max: 10 });
// A connection that breaks while idle is an event of the pool; without a listener it would end the process.
pool.on('error', () => undefined);
const numberkit = createNumberkit({
  carrier: twilio({ accountSid: 'AC00000000000000000000000000000001', authToken: TOKEN }),
  storage: postgres({ pool }),
  keys: KEYS,
  voice: voiceUrls(PUBLIC_URL),
});
const sources: Record<string, number> = {};
const count = (event: WebhookEvent): void => {
  if (event.type === 'answered') sources[`${event.source}`] = (sources[`${event.source}`] ?? 0) + 1;
};
const server = createServer(
  createNodeVoiceWebhook({
    routes: numberkit.routing,
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: twiml.response(twiml.say(GREETING_OF_FALLBACK)),
    onEvent: count,
  }),
);
// A new version takes calls when it can answer them; with a dead database it starts all the same.
await Promise.race([numberkit.ready().catch(() => undefined), wait(5000)]);
server.listen({ port: Number(port), host: '127.0.0.1', reusePort: true }, () =>
  process.send?.(server.address()),
);
process.on('SIGTERM', () => {
  // Connections that are kept alive would otherwise go on bringing calls.
  server.prependListener('request', (_request, response) => void response.setHeader('connection', 'close'));
  // Only stops listening. The HTTP server's own close would also cut idle connections, on which the next call may
  // be on its way already; those are closed by the answer to that call, or when they have been idle too long.
  Server.prototype.close.call(server, () => process.send?.(sources, () => process.exit()));
});
