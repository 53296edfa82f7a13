import { describe, expect, it } from 'vitest';
import { prove } from './openapi/prove.ts';
import { clientOf, setUp } from './sdk-client.ts';

const MAIN = { sid: `SK${'a'.repeat(32)}`, secret: 'main-secret' };
const STANDARD = { sid: `SK${'b'.repeat(32)}`, secret: 'standard-secret', kind: 'standard' } as const;
const TWIML = '<Response><Hangup/></Response>';

function setUpAs(username: string, password: string) {
  const bench = setUp({ apiKeys: [MAIN, STANDARD] });
  const { fetch } = prove(bench.simulator);
  return { ...bench, client: clientOf(bench.simulator, fetch, username, password) };
}

function setUpTest() {
  const bench = setUp();
  const { fetch } = prove(bench.simulator);
  const { sid, authToken } = bench.simulator.account.testCredentials;
  return { ...bench, client: clientOf(bench.simulator, fetch, sid, authToken, sid) };
}

describe('credentials', () => {
  it('lets in API keys with the account in the path', async () => {
    const { client, simulator } = setUpAs(MAIN.sid, MAIN.secret);
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    expect((await client.api.v2010.accounts(simulator.account.sid).fetch()).type).toBe('Full');
  });

  it('keeps standard API keys out of the accounts', async () => {
    const { client, simulator } = setUpAs(STANDARD.sid, STANDARD.secret);
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    const fetching = client.api.v2010.accounts(simulator.account.sid).fetch();
    await expect(fetching).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it.each([
    ['a wrong secret', MAIN.sid, 'wrong'],
    ['an unknown key', `SK${'c'.repeat(32)}`, MAIN.secret],
  ])('turns away %s with 401', async (_what, username, password) => {
    const { client } = setUpAs(username, password);
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it('turns away a request without credentials, and says how to authenticate', async () => {
    const { simulator } = setUp();
    const response = await simulator.fetch(new Request('https://api.twilio.com/2010-04-01/Accounts.json'));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="Twilio API"');
    expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
  });

  it('follows the auth token when it is rotated', async () => {
    const { client, simulator } = setUp();
    const old = simulator.account.authToken;
    simulator.account.rotateAuthToken();
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401 });
    expect(simulator.account.previousTokens).toEqual([old]);
    expect(await clientOf(simulator, simulator.fetch).incomingPhoneNumbers.list()).toEqual([]);
  });

  it('does not find another account', async () => {
    const bench = setUp();
    const { sid, authToken } = bench.simulator.account;
    const client = clientOf(bench.simulator, bench.simulator.fetch, sid, authToken, `AC${'9'.repeat(32)}`);
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('says of a path that is not implemented that it is not, and where to look', async () => {
    const { client } = setUp();
    await expect(client.conferences.list()).rejects.toMatchObject({
      status: 404,
      code: 20404,
      message: expect.stringContaining('COVERAGE.md'),
    });
  });

  it('sends the headers that Twilio sends', async () => {
    const { simulator } = setUp();
    const response = await simulator.fetch(new Request('https://api.twilio.com/2010-04-01/Accounts.json'));
    expect(response.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
    expect(response.headers.get('twilio-concurrent-requests')).toBe('1');
    expect(response.headers.get('x-home-region')).toBe('us1');
  });
});

describe('test credentials', () => {
  it.each([
    [{ phoneNumber: '+15005550000' }, 21422],
    [{ phoneNumber: '+15005550001' }, 21421],
    [{ areaCode: '533' }, 21452],
  ])('refuse to buy %o', async (options, code) => {
    const { client } = setUpTest();
    await expect(client.incomingPhoneNumbers.create(options)).rejects.toMatchObject({ status: 400, code });
  });

  it.each([{ phoneNumber: '+15005550006' }, { areaCode: '500' }])(
    'buy %o without a trace',
    async (options) => {
      const { client, simulator } = setUpTest();
      const number = await client.incomingPhoneNumbers.create(options);
      expect(number.phoneNumber).toBe('+15005550006');
      expect(simulator.numbers.owned()).toEqual([]);
      expect(simulator.bill.entries()).toEqual([]);
    },
  );

  it.each([
    ['+15005550001', '+15005550006', 21217],
    ['+15005550002', '+15005550006', 21214],
    ['+15005550003', '+15005550006', 21215],
    ['+15005550004', '+15005550006', 21216],
    ['+12125550123', '+15005550001', 21212],
    ['+12125550123', '+12125550124', 21210],
  ])('refuse a call to %s from %s', async (to, from, code) => {
    const { client } = setUpTest();
    await expect(client.calls.create({ to, from, twiml: TWIML })).rejects.toMatchObject({
      status: 400,
      code,
    });
  });

  it('make a call that goes nowhere', async () => {
    const { client, simulator } = setUpTest();
    const call = await client.calls.create({ to: '+12125550123', from: '+15005550006', twiml: TWIML });
    expect(call.status).toBe('queued');
    expect(simulator.calls.list()).toEqual([]);
  });

  it('open nothing else', async () => {
    const { client } = setUpTest();
    const refused = { status: 403, code: 20008 };
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject(refused);
    await expect(client.availablePhoneNumbers('US').local.list()).rejects.toMatchObject(refused);
  });
});
