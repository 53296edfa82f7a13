import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Twilio as TwilioClass } from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { orderFor } from './bench.ts';

// The official SDK is CommonJS; required, its named export keeps its type.
const { Twilio } = createRequire(import.meta.url)('twilio') as { Twilio: typeof TwilioClass };

const accountSid = `AC${'0'.repeat(32)}`;
const phoneNumber = '+15105550142';

/** What the server does next, and what it was told. */
let answer: { status: number; type?: string; body: string } = { status: 200, body: '{}' };
const seen: { method?: string; url?: string; body: string; authorization?: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, body, authorization: headers.authorization ?? '' });
    if (answer.status === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'Content-Type': answer.type ?? 'application/json' });
    response.end(answer.body);
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
});

/** The adapter over the SDK as a host has it: its own HTTP client, a real connection. */
function overTheWire() {
  const { port } = server.address() as AddressInfo;
  seen.length = 0;
  return twilio({
    client: new Twilio(accountSid, 'secret-token'),
    apiBaseUrl: `http://127.0.0.1:${port}`,
    clock: { now: () => new Date(), sleep: async () => undefined },
  });
}

describe('the official SDK’s own HTTP client', () => {
  it('sends the form as the adapter means it, empty fields included', async () => {
    answer = { status: 201, body: JSON.stringify({ sid: `PN${'1'.repeat(32)}`, phone_number: phoneNumber }) };
    const carrier = overTheWire();
    expect(await carrier.buyNumber(orderFor(phoneNumber))).toMatchObject({ outcome: 'bought' });
    const [request] = seen;
    expect(request?.url).toBe(`/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`);
    const form = new URLSearchParams(request?.body);
    expect(form.get('PhoneNumber')).toBe(phoneNumber);
    expect(form.get('TrunkSid')).toBe('');
    expect(form.get('VoiceApplicationSid')).toBe('');
  });

  it('escapes the plus in a query', async () => {
    answer = { status: 200, body: '{"incoming_phone_numbers":[]}' };
    await overTheWire().findNumber(phoneNumber);
    expect(seen[0]?.url).toContain('PhoneNumber=%2B15105550142');
  });

  it.each([
    ['an empty 500', { status: 500, body: '' }],
    ['a 502 in HTML', { status: 502, type: 'text/html', body: '<html>Bad gateway</html>' }],
    ['a redirect', { status: 302, body: '' }],
    ['a broken connection', { status: 0, body: '' }],
    ['a 201 with half a body', { status: 201, body: '{"sid":"PN' }],
  ])('leaves a purchase unknown after %s, having asked once', async (_, next) => {
    answer = next;
    const carrier = overTheWire();
    expect((await carrier.buyNumber(orderFor(phoneNumber))).outcome).toBe('unknown');
    expect(seen).toHaveLength(1);
  });

  it('lets no credentials into an error', async () => {
    answer = { status: 0, body: '' };
    const error: unknown = await overTheWire()
      .findNumber(phoneNumber)
      .catch((thrown: unknown) => thrown);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 10 })).not.toContain(btoa(`${accountSid}:secret-token`));
    expect(inspect(error, { depth: 10 })).not.toContain('secret-token');
  });
});
