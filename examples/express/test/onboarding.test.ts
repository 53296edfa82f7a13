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
