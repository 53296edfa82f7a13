import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import express from 'express';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { VoiceWebhookOptions, WebhookEvent } from '../src/index.ts';
import { createNodeVoiceWebhook } from '../src/node/index.ts';
import { eventually } from './manual-clock.ts';
import { outline } from './parse-twiml.ts';
import { CALLED, formBody, INBOUND, type Params, PUBLIC_URL, TOKEN } from './twilio-request.ts';
import { RELAY, routeTo } from './webhook-under-test.ts';

const AGENT = /^Connect\(ConversationRelay\(/;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function webhookWith(options: Partial<VoiceWebhookOptions> = {}) {
  return createNodeVoiceWebhook({
    routes: { lookup: async (phoneNumber) => (phoneNumber === CALLED ? routeTo(RELAY) : undefined) },
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: '<Response/>',
    ...options,
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

function post(port: number, path = '', params: Params = INBOUND): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, { ...params }),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { port, method: 'POST', path: `/twilio/voice${path}`, headers },
      async (answer) => {
        const body = Buffer.concat(await answer.toArray()).toString();
        resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers });
      },
    );
    sent.on('error', reject);
    sent.end(formBody(params));
  });
}

/** Writes to a socket and collects what comes back until it closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}

describe('the Node entry', () => {
  it('answers on a bare server', async () => {
    const { status, body, headers } = await post(await listen(webhookWith()));
    expect(status).toBe(200);
    expect(outline(body)).toMatch(AGENT);
    expect(headers).toMatchObject({
      'content-type': 'text/xml; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
    });
    expect(headers['server-timing']).toBeUndefined();
  });

  it('answers mounted in Express, which cuts the mount off the URL', async () => {
    const app = express().use('/twilio/voice', webhookWith());
    const port = await listen(app);
    expect(outline((await post(port)).body)).toMatch(AGENT);
    expect((await post(port, '/status', { ...INBOUND, CallStatus: 'completed' })).status).toBe(204);
    expect(outline((await post(port, "?q='&b=%27")).body)).toMatch(AGENT);
  });

  it('names the fix when a body parser has taken the bytes', async () => {
    const app = express().use(express.urlencoded({ extended: false }), webhookWith());
    const { status, body } = await post(await listen(app));
    expect(status).toBe(400);
    expect(body).toContain('Mount the webhook before any body parser');
  });

  it('takes the bytes a body parser has kept', async () => {
    const keep = express.urlencoded({
      extended: false,
      verify: (request, _response, bytes) => void Object.assign(request, { rawBody: bytes }),
    });
    expect(outline((await post(await listen(express().use(keep, webhookWith())))).body)).toMatch(AGENT);
    const bytes = express().use(express.raw({ type: '*/*' }), webhookWith());
    expect(outline((await post(await listen(bytes))).body)).toMatch(AGENT);
  });

  it('tells its timing when asked to', async () => {
    const { headers } = await post(await listen(webhookWith({ serverTiming: true })));
    expect(headers['server-timing']).toMatch(/^body;dur=[\d.]+, webhook;dur=[\d.]+$/);
  });

  it('gives up on a body that does not arrive, and closes the connection', async () => {
    const port = await listen(webhookWith({ body: { timeoutMs: 20 } }));
    const head =
      'POST /twilio/voice HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nX-Twilio-Signature: a\r\n\r\nTo=';
    const answer = await raw(port, head);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/connection: close/i);
  });

  it('does not read a body that is too large', async () => {
    const port = await listen(webhookWith());
    const head =
      'POST /twilio/voice HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nX-Twilio-Signature: a\r\n\r\n';
    expect(await raw(port, head)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('survives callers that go away in the middle, and answers the next one', async () => {
    const events: WebhookEvent[] = [];
    const port = await listen(webhookWith({ onEvent: (event) => void events.push(event) }));
    const head =
      'POST /twilio/voice HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nX-Twilio-Signature: a\r\n\r\nTo=';
    const socket = connect(port, '127.0.0.1', () => socket.write(head, () => socket.destroy()));
    await eventually(() => socket.destroyed);
    expect(outline((await post(port)).body)).toMatch(AGENT);
    await expect
      .poll(() => events)
      .toContainEqual({ type: 'refused', status: 400, reason: 'body-unreadable' });
  });

  it('puts a body together that comes byte by byte', async () => {
    const body = formBody(INBOUND);
    const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_URL, { ...INBOUND });
    const port = await listen(webhookWith());
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest(
        {
          port,
          method: 'POST',
          path: '/twilio/voice',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
        },
        async (response) => resolve(Buffer.concat(await response.toArray()).toString()),
      );
      sent.on('error', reject);
      for (const character of body) {
        sent.write(character);
      }
      sent.end();
    });
    expect(outline(answer)).toMatch(AGENT);
  });
});
