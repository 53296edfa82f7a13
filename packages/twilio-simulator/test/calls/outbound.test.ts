import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TwilioSimulatorOptions } from '../../src/index.ts';
import { createTwilioSimulator } from '../../src/index.ts';
import { sdkRequestClient } from '../../src/mounts/sdk.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';

vi.setConfig({ testTimeout: 15_000 });

const customer = '+14155550123';
let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

/** A simulator, the official SDK on it, and two bought numbers. */
async function account(options: TwilioSimulatorOptions = {}) {
  const simulator = createTwilioSimulator(options);
  const { sid, authToken } = simulator.account;
  const client = twilio(sid, authToken, { httpClient: sdkRequestClient(simulator) });
  const found = await client.availablePhoneNumbers('US').local.list({ areaCode: 510, limit: 2 });
  const [office, branch] = await Promise.all(
    found.map(({ phoneNumber }, index) =>
      client.incomingPhoneNumbers.create({ phoneNumber, voiceUrl: `${host.url}/number-${index}` }),
    ),
  );
  if (!office || !branch) throw new Error('The shelf is empty.');
  return { simulator, client, office, branch };
}

describe('a call made with the official SDK', () => {
  it('rings, walks the TwiML of its Url once answered, and reports each step in order', async () => {
    const { simulator, client, office } = await account();
    simulator.calls.phones.set(customer, { when: 'answers', says: 'Hello?' });
    host.page('/outbound', '<Gather input="speech" action="/said"><Say>Acme calling</Say></Gather>');
    host.page('/said', '<Say>Goodbye</Say>');
    host.page('/status', { body: '' });
    const created = await client.calls.create({
      from: office.phoneNumber,
      to: customer,
      url: `${host.url}/outbound`,
      statusCallback: `${host.url}/status`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      machineDetection: 'Enable',
    });
    expect(created).toMatchObject({ status: 'queued', direction: 'outbound-api', price: null });
    const phone = simulator.calls.get(created.sid);
    await phone?.waitFor('Goodbye');
    await phone?.ended;

    expect(host.request('/outbound').params).toMatchObject({
      CallStatus: 'in-progress',
      Direction: 'outbound-api',
      AnsweredBy: 'human',
    });
    expect(host.request('/said').params.SpeechResult).toBe('Hello?');
    const steps = host.requests.filter(({ path }) => path === '/status').map(({ params }) => params);
    expect(steps.map(({ SequenceNumber, CallStatus }) => `${SequenceNumber} ${CallStatus}`)).toEqual([
      '0 initiated',
      '1 ringing',
      '2 in-progress',
      '3 completed',
    ]);
    for (const { headers, url, params } of host.requests) {
      const { authToken } = simulator.account;
      expect(twilio.validateRequest(authToken, String(headers['x-twilio-signature']), url, params)).toBe(
        true,
      );
    }
    const fetched = await client.calls(created.sid).fetch();
    expect(fetched).toMatchObject({ status: 'completed', price: '-0.014', answeredBy: 'human' });
  });

  it('reaches a number of the account, whose own webhook answers: two legs, two charges', async () => {
    const { simulator, client, office, branch } = await account();
    host.page('/number-1', '<Gather input="speech" action="/heard"/>');
    host.page('/heard', '<Hangup/>');
    const created = await client.calls.create({
      from: office.phoneNumber,
      to: branch.phoneNumber,
      twiml: '<Response><Say>This is a test call</Say><Pause length="60"/></Response>',
    });
    await simulator.calls.get(created.sid)?.ended;
    expect(host.request('/number-1').params).toMatchObject({
      From: office.phoneNumber,
      To: branch.phoneNumber,
    });
    expect(host.request('/heard').params.SpeechResult).toBe('This is a test call');
    expect(simulator.bill.entries().filter(({ kind }) => kind === 'call')).toHaveLength(2);
  });

  it('ends busy, or unanswered after timeout and buffer', async () => {
    const { simulator, client, office } = await account({ clock: { mode: 'virtual' } });
    const call = { from: office.phoneNumber, to: customer, twiml: '<Response/>', timeout: 30 };
    simulator.calls.phones.set(customer, { when: 'busy' });
    const busy = await client.calls.create(call);
    await simulator.calls.get(busy.sid)?.ended;
    expect((await client.calls(busy.sid).fetch()).status).toBe('busy');

    await simulator.clock.advance(2000);
    simulator.calls.phones.set(customer, { when: 'no-answer' });
    const unanswered = await client.calls.create(call);
    await simulator.clock.advance(34_000);
    expect((await client.calls(unanswered.sid).fetch()).status).toBe('ringing');
    await simulator.clock.advance(1500);
    expect((await client.calls(unanswered.sid).fetch()).status).toBe('no-answer');
    expect(simulator.bill.entries().filter(({ kind }) => kind === 'call')).toEqual([]);
  });

  it('waits for its turn: one call a second', async () => {
    const { simulator, client, office } = await account({ clock: { mode: 'virtual' } });
    const call = {
      from: office.phoneNumber,
      to: customer,
      twiml: '<Response><Pause length="9"/></Response>',
    };
    const made = [
      await client.calls.create(call),
      await client.calls.create(call),
      await client.calls.create(call),
    ];
    const statuses = async () =>
      Promise.all(made.map(async ({ sid }) => (await client.calls(sid).fetch()).status));
    expect(await statuses()).toEqual(['in-progress', 'queued', 'queued']);
    await simulator.clock.advance(1000);
    expect(await statuses()).toEqual(['in-progress', 'in-progress', 'queued']);
    await client.calls(made[2]?.sid ?? '').update({ status: 'canceled' });
    await simulator.clock.advance(5000);
    expect(await statuses()).toEqual(['in-progress', 'in-progress', 'canceled']);
    expect((await client.calls(made[1]?.sid ?? '').fetch()).queueTime).toBe('1000');
  });

  it('can be redirected and ended while it runs', async () => {
    const { simulator, client, office } = await account();
    host.page('/elsewhere', '<Say>Somewhere else</Say><Pause length="60"/>');
    const { sid } = await client.calls.create({
      from: office.phoneNumber,
      to: customer,
      twiml: '<Response><Say>Please hold</Say><Pause length="60"/></Response>',
    });
    const phone = simulator.calls.get(sid);
    await phone?.waitFor('Please hold');
    await client.calls(sid).update({ url: `${host.url}/elsewhere` });
    await phone?.waitFor('Somewhere else');
    await client.calls(sid).update({ status: 'completed' });
    expect((await phone?.ended)?.status).toBe('completed');
  });

  it('stops at its time limit', async () => {
    const { simulator, client, office } = await account({ clock: { mode: 'virtual' } });
    const { sid } = await client.calls.create({
      from: office.phoneNumber,
      to: customer,
      timeLimit: 60,
      twiml: '<Response><Pause length="3600"/></Response>',
    });
    await simulator.clock.advance(61_000);
    expect(await client.calls(sid).fetch()).toMatchObject({ status: 'completed', duration: '60' });
  });

  it('is refused from a stranger and to itself', async () => {
    const { client, office } = await account();
    const twiml = '<Response/>';
    await expect(client.calls.create({ from: '+15105550100', to: customer, twiml })).rejects.toMatchObject({
      code: 21210,
    });
    await expect(
      client.calls.create({ from: office.phoneNumber, to: office.phoneNumber, twiml }),
    ).rejects.toMatchObject({ code: 21211 });
  });
});

it('forgets live calls on reset without telling anybody', async () => {
  const { simulator, office } = await account();
  host.page('/number-0', '<Record action="/recorded"/>');
  const call = simulator.calls.dial({ from: customer, to: office.phoneNumber });
  await call.waitFor('[beep]');
  call.say('hello');
  simulator.reset();
  await call.ended;
  expect(host.requests.map(({ path }) => path)).toEqual(['/number-0']);
  expect(simulator.calls.list()).toEqual([]);
});

it('delivers webhooks through a fetch of the host when given one', async () => {
  const { simulator, office } = await account({
    fetch: async (input) => {
      const { pathname } = new URL(String(input));
      const body = `<Response><Say>In process at ${pathname}</Say></Response>`;
      return new Response(body, { headers: { 'content-type': 'text/xml' } });
    },
  });
  await simulator.calls.dial({ from: customer, to: office.phoneNumber }).waitFor('In process at /number-0');
});
