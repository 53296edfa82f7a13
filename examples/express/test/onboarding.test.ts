import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testOnboarding } from './onboarding.ts';
import { expressExample, type StartedExample, startExample } from './started-example.ts';

testOnboarding(expressExample);

describe('the HTTP API as the README shows it', () => {
  let example: StartedExample;
  beforeAll(async () => {
    example = await startExample(expressExample);
  });
  afterAll(() => example?.stop());

  const api = (path: string, init?: RequestInit) => fetch(`${example.url}/api/twilio/${path}`, init);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    api(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  test('a request without a session acts as the first demo tenant: search, purchase, status', async () => {
    const search = await post('search-numbers', { areaCode: '510', limit: 3 });
    expect(search.status).toBe(200);
    const { numbers } = await search.json();
    const { phoneNumber, monthlyPrice } = numbers[0];
    expect(monthlyPrice).toEqual({ amountMicros: 1_150_000, currency: 'USD' });
    const order = { phoneNumber };
    const first = await post('purchase-number', order, { 'idempotency-key': 'readme-1' });
    const again = await post('purchase-number', order, { 'idempotency-key': 'readme-1' });
    expect([first.status, again.status]).toEqual([201, 201]);
    const { number } = await first.json();
    expect((await again.json()).number).toEqual(number);
    const status = await api(`number-status?id=${number.id}`);
    expect((await status.json()).number).toMatchObject({ phoneNumber, status: 'active' });
  });

  test('the shell examples of the documentation print what they say', () => {
    const script = fileURLToPath(new URL('../../../scripts/check-docs.ts', import.meta.url));
    const run = spawnSync(process.execPath, [script, '--against', example.url], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/^[1-9]\d* shell examples do what the text says/);
    expect(run.status).toBe(0);
  });

  test('a browser whose session has ended is nobody, not the first demo tenant', async () => {
    const ended = await api('setup-state', { headers: { cookie: 'session=ended' } });
    expect(ended.status).toBe(401);
  });

  test('a caller that breaks the connection while it asks for the agent harms nobody', async () => {
    const { hostname, port } = new URL(example.url);
    const socket = connect(Number(port), hostname);
    const head = ['GET /agent HTTP/1.1', `Host: ${hostname}`, 'Connection: Upgrade', 'Upgrade: websocket'];
    const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    socket.write(`${[...head, ...key].join('\r\n')}\r\n\r\n`, () => socket.resetAndDestroy());
    await once(socket, 'close');
    expect((await api('setup-state')).status).toBe(200);
  });

  test('a bad request is answered with the field, the reason and the remedy', async () => {
    const refused = await post(
      'purchase-number',
      { phoneNumber: '5105550142' },
      { 'idempotency-key': 'bad-1' },
    );
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const problem = await refused.json();
    expect(problem.errors[0]).toMatchObject({ field: 'phoneNumber', remedy: expect.any(String) });
  });

  test('a call with a wrong signature is refused before anything is looked up', async () => {
    const refused = await fetch(`${example.url}/twilio/voice`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'AAAA' },
      body: 'CallSid=CA1&To=%2B15105550142&From=%2B14155550100',
    });
    expect(refused.status).toBe(403);
  });
});
