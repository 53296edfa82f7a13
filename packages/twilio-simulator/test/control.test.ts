import { describe, expect, it } from 'vitest';
import { createTwilioSimulator } from '../src/index.ts';
import { buyNumber } from './sdk-calls.ts';
import { clientOf } from './sdk-client.ts';

function setUp() {
  const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });
  const client = clientOf(simulator, simulator.fetch);
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await simulator.fetch(
      new Request(`http://localhost:4010/_simulator${path}`, {
        method,
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  return { simulator, client, control, bench: { simulator, client, exchanges: [] } };
}

describe('the control API', () => {
  it('shows numbers, bill and state', async () => {
    const { control, bench } = setUp();
    const { phoneNumber } = await buyNumber(bench);
    expect((await control('GET', '/numbers')).body).toMatchObject({
      numbers: [{ phoneNumber, voiceRoute: { kind: 'url', url: 'https://host.example/voice' } }],
    });
    expect((await control('GET', '/bill')).body).toMatchObject({
      entries: [{ kind: 'number-month' }],
      total: { amountMicros: 1_150_000, currency: 'USD' },
    });
    expect((await control('GET', '/state')).body).toMatchObject({ clock: { mode: 'virtual' }, calls: 0 });
  });

  it('adds, lists and removes faults, with a regular expression as an object', async () => {
    const { control, client } = setUp();
    const added = await control('POST', '/faults', {
      match: { path: { regex: 'Incoming.*json$' } },
      times: 2,
      when: 'before',
      effect: { kind: 'status', status: 503 },
    });
    expect(added).toMatchObject({ status: 200, body: { id: 'fault_1', struck: 0 } });
    await expect(client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 503 });
    expect((await control('GET', '/faults')).body).toMatchObject({ faults: [{ matched: 1, struck: 1 }] });
    expect((await control('DELETE', '/faults/fault_1')).status).toBe(204);
    expect((await control('DELETE', '/faults/fault_1')).status).toBe(404);
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
  });

  it('moves the clock and sells numbers to somebody else', async () => {
    const { control, client, simulator } = setUp();
    const before = simulator.clock.now().getTime();
    await control('POST', '/clock/advance', { ms: 5000 });
    expect(simulator.clock.now().getTime() - before).toBe(5000);
    const [found] = await client.availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 1 });
    const phoneNumber = found?.phoneNumber ?? '';
    expect((await control('POST', '/numbers/sell-elsewhere', { phoneNumber })).status).toBe(204);
    await expect(client.incomingPhoneNumbers.create({ phoneNumber })).rejects.toMatchObject({ code: 21422 });
  });

  it('resets to the empty account', async () => {
    const { control, bench, simulator } = setUp();
    await buyNumber(bench);
    simulator.faults.add({ when: 'before', effect: { kind: 'reset' } });
    await control('POST', '/reset');
    expect(simulator.numbers.owned()).toEqual([]);
    expect(simulator.bill.entries()).toEqual([]);
    expect(simulator.faults.list()).toEqual([]);
  });

  it('explains what it does not understand', async () => {
    const { control } = setUp();
    expect(await control('POST', '/clock/advance', { ms: 'soon' })).toMatchObject({ status: 400 });
    expect(await control('POST', '/faults', { when: 'never', effect: { kind: 'reset' } })).toMatchObject({
      status: 400,
    });
    expect(await control('POST', '/clock/advance', [1])).toMatchObject({ status: 400 });
    const unknown = await control('GET', '/nothing');
    expect(unknown).toMatchObject({ status: 404 });
    expect(JSON.stringify(unknown.body)).toContain('GET /_simulator/state');
  });
});
