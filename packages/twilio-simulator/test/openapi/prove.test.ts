import { describe, expect, it } from 'vitest';
import { createTwilioSimulator } from '../../src/index.ts';
import { checkResponse } from './check-response.ts';
import { findOperation } from './documents.ts';
import { prove } from './prove.ts';

const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });
const authorization = `Basic ${btoa(`${simulator.account.sid}:${simulator.account.authToken}`)}`;
const base = `https://api.twilio.com/2010-04-01/Accounts/${simulator.account.sid}`;

async function boughtNumber(): Promise<Record<string, unknown>> {
  const response = await simulator.fetch(
    new Request(`${base}/IncomingPhoneNumbers.json`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ AreaCode: '415' }),
    }),
  );
  // The simulator answers a purchase with a JSON object.
  return (await response.json()) as Record<string, unknown>;
}

const operation = findOperation(
  'POST',
  `/2010-04-01/Accounts/${simulator.account.sid}/IncomingPhoneNumbers.json`,
);

describe('the check against the official documents', () => {
  it.each([
    ['a wrong type', { beta: 'no' }, 'beta'],
    ['a wrong date form', { date_created: '2026-01-01T00:00:00Z' }, 'date_created'],
    ['a SID of another resource', { sid: `CA${'0'.repeat(32)}` }, 'sid'],
    ['an unknown property', { colour: 'red' }, 'colour'],
    ['a relative webhook address', { voice_url: '/voice' }, 'voice_url'],
  ])('finds %s', async (_name, change, expected) => {
    if (operation === undefined) throw new Error('the operation is in the documents');
    const body = await boughtNumber();
    expect(checkResponse(operation, 201, body)).toEqual([]);
    expect(checkResponse(operation, 201, { ...body, ...change }).join()).toContain(expected);
  });

  it('finds a missing property and an undocumented status', async () => {
    if (operation === undefined) throw new Error('the operation is in the documents');
    const { capabilities: _left, ...body } = await boughtNumber();
    expect(checkResponse(operation, 201, body)).toEqual(['/capabilities is missing']);
    expect(checkResponse(operation, 200, body)).toEqual(['status 200 is not documented']);
  });

  it('finds a request parameter that the document does not know', async () => {
    const { fetch } = prove(simulator);
    const request = new Request(`${base}/IncomingPhoneNumbers.json?Colour=red`, {
      headers: { authorization },
    });
    await expect(fetch(request)).rejects.toThrow('Colour is not in the document');
  });
});
