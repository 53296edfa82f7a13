import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVoiceWebhook, type VoiceWebhook } from '../src/index.ts';
import { outline } from './parse-twiml.ts';
import { CALLED, formBody, INBOUND, type Params, PUBLIC_URL, TOKEN } from './twilio-request.ts';
import { RELAY, routeTo } from './webhook-under-test.ts';

const lookups: string[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const webhook = createVoiceWebhook({
    routes: {
      async lookup(phoneNumber) {
        lookups.push(phoneNumber);
        return phoneNumber === CALLED ? routeTo(RELAY) : undefined;
      },
    },
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: '<Response/>',
  });
  server = serve(webhook);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  port = (server.address() as AddressInfo).port;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The least a host on Node's own server has to do. */
function serve(webhook: VoiceWebhook): Server {
  return createServer(async (incoming, outgoing) => {
    const response = await webhook(toRequest(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const hasBody = incoming.method === 'POST';
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  });
}

/** Writes the target into the request line as it is, as Twilio does; `fetch` would escape it. */
function post(path: string, params: Params, headers: Record<string, string> = {}): Promise<[number, string]> {
  const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, { ...params });
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        port,
        method: 'POST',
        path: `/twilio/voice${path}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signature,
          ...headers,
        },
      },
      async (answer) => {
        const chunks = await answer.toArray();
        resolve([answer.statusCode ?? 0, Buffer.concat(chunks).toString()]);
      },
    );
    sent.on('error', reject);
    sent.end(formBody(params));
  });
}

describe('the webhook on a real server', () => {
  it('answers a signed call with the TwiML of its agent', async () => {
    const [status, body] = await post('', INBOUND);
    expect(status).toBe(200);
    expect(outline(body)).toBe(`Connect(ConversationRelay(${Array(5).fill('Parameter').join(' ')}))`);
  });

  it.each(["?q='", "?a=b+c%20d&e='f'|g", '?q=%27+%2B', '?x="1"', '?a=2&a=1&b'])(
    'accepts the query %s as it stands in the request line',
    async (path) => {
      expect((await post(path, INBOUND))[0]).toBe(200);
    },
  );

  it('rejects a call to an unknown number', async () => {
    const [, body] = await post('', { ...INBOUND, To: '+15105550112' });
    expect(outline(body)).toBe('Reject');
  });

  it('answers 403 to an edited call, without a lookup', async () => {
    const before = lookups.length;
    const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_URL, { ...INBOUND, To: '+15105550112' });
    expect((await post('', INBOUND, { 'x-twilio-signature': signature }))[0]).toBe(403);
    expect(lookups).toHaveLength(before);
  });

  it('answers 204 to a status callback', async () => {
    expect(await post('/status', { ...INBOUND, CallStatus: 'completed' })).toEqual([204, '']);
  });
});
