import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTwilioSimulator } from '../src/index.ts';
import { twilioHandler } from '../src/mounts/msw.ts';

const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });
const server = setupServer(twilioHandler(simulator, { http }));
const { sid, authToken } = simulator.account;
const headers = { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` };

beforeAll(() => server.listen());
afterAll(() => server.close());
beforeEach(() => simulator.reset());

describe('the MSW handler', () => {
  it.each([
    `https://api.twilio.com/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`,
    `https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`,
    'https://pricing.twilio.com/v1/PhoneNumbers/Countries/US',
  ])('answers %s', async (url) => {
    const response = await fetch(url, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('twilio-request-id')).toMatch(/^RQ/);
  });

  it('lets no Twilio address through, not even one that ends like a static file', async () => {
    const response = await fetch('https://numbers-upload.twilio.com/v1/Documents.json', { headers });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('COVERAGE.md');
  });

  it('passes the form on and buys', async () => {
    const response = await fetch(
      `https://api.twilio.com/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`,
      { method: 'POST', headers, body: new URLSearchParams({ AreaCode: '415' }) },
    );
    expect(response.status).toBe(201);
    expect(simulator.numbers.owned()).toHaveLength(1);
  });

  it('turns a reset into the network error of fetch', async () => {
    simulator.faults.add({ when: 'after', effect: { kind: 'reset' } });
    await expect(fetch('https://api.twilio.com/2010-04-01/Accounts.json', { headers })).rejects.toThrow(
      TypeError,
    );
  });
});
