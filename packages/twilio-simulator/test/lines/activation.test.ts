import { describe, expect, it } from 'vitest';
import { forwardsOf, inboundAt, type LineBench, landline, mobile, national, setUpLines } from './bench.ts';

const welcome = '<Say>Your calls are now being forwarded to this number. You can hang up.</Say>';

async function coxLine(settings = {}): Promise<LineBench & { keys: string }> {
  const bench = await setUpLines();
  bench.simulator.lines.add({ phoneNumber: landline, carrier: 'Cox', kind: 'landline', ...settings });
  return { ...bench, keys: `*72,${national(bench.number)}` };
}

describe('an activation that must be answered', () => {
  it('rings the number for real, shows the line as its caller, and counts when it is answered', async () => {
    const bench = await coxLine();
    bench.agent.answer = welcome;
    const { outcome, call, done } = bench.simulator.lines.dial(landline, bench.keys);
    expect(outcome).toBe('calling');
    const line = await done;
    expect(call?.transcript().map(({ text }) => text)).toEqual([
      'Your calls are now being forwarded to this number. You can hang up.',
    ]);
    expect(inboundAt(bench, bench.number)).toMatchObject([{ From: landline, CallStatus: 'ringing' }]);
    expect(forwardsOf(bench.simulator, line)).toEqual({ all: bench.number });
    expect(line.heard.map(({ text }) => text)).toContain('Two beeps');
  });

  it('does not count when the number refuses, and does when it is dialled again within two minutes', async () => {
    const bench = await coxLine();
    const { simulator, keys } = bench;
    const line = await simulator.lines.dial(landline, keys).done;
    expect(forwardsOf(simulator, line)).toEqual({});
    expect(line.heard.at(-1)?.text).toContain('Dial the code again within 2 minutes');
    await simulator.clock.advance(119_000);
    expect(simulator.lines.dial(landline, keys)).toMatchObject({ outcome: 'accepted', call: undefined });
    expect(forwardsOf(simulator, line)).toEqual({ all: bench.number });
  });

  it('has to be answered again after two minutes, or with another number', async () => {
    const { simulator, keys, verifier } = await coxLine();
    await simulator.lines.dial(landline, keys).done;
    expect(simulator.lines.dial(landline, `*72${national(verifier)}`).outcome).toBe('calling');
    await simulator.clock.advance(121_000);
    expect(simulator.lines.dial(landline, keys).outcome).toBe('calling');
  });

  it('wants an answer that lasts where the carrier does', async () => {
    const bench = await coxLine({ quirks: { answerSeconds: 2, repeatSeconds: 0 } });
    const { simulator, agent, keys } = bench;
    agent.answer = '<Say>Hi</Say>';
    expect(forwardsOf(simulator, await simulator.lines.dial(landline, keys).done)).toEqual({});
    agent.answer = welcome;
    expect(forwardsOf(simulator, await simulator.lines.dial(landline, keys).done)).toEqual({
      all: bench.number,
    });
  });

  it('is over when the handset hangs up while it rings', async () => {
    const { simulator, agent, keys } = await coxLine();
    agent.answer = '<Pause length="30"/><Say>Hello</Say>';
    const { done } = simulator.lines.dial(landline, keys);
    await simulator.clock.advance(1000);
    simulator.lines.hangUp(landline);
    expect(forwardsOf(simulator, await done)).toEqual({});
  });

  it('can ring another line of somebody, whose person answers', async () => {
    const { simulator } = await coxLine();
    simulator.lines.add({ phoneNumber: mobile, carrier: 'Verizon', answerSeconds: 5 });
    const { done } = simulator.lines.dial(landline, `*72${national(mobile)}`);
    await simulator.clock.advance(6000);
    simulator.lines.hangUp(landline);
    expect(forwardsOf(simulator, await done)).toEqual({ all: mobile });
  });
});

it('refuses what is not part of the plan, and what voice mail forbids', async () => {
  const { simulator, number } = await coxLine({ behaviour: 'voicemail' });
  const busy = simulator.lines.dial(landline, `*90${national(number)}`);
  expect(busy.heard.at(-1)?.text).toContain('cannot be used together with voice mail');
  simulator.lines.add({ phoneNumber: mobile, carrier: 'Verizon', quirks: { refusedCodes: ['*71'] } });
  expect(simulator.lines.dial(mobile, `*71${national(number)}`)).toMatchObject({
    outcome: 'refused',
    heard: [{ kind: 'fast-busy' }, { text: '*71 is not part of your plan. Please ask Verizon.' }],
  });
});

it('calls an ordinary number that is dialled on the handset', async () => {
  const bench = await coxLine();
  bench.agent.answer = '<Say>Acme here</Say>';
  const { outcome, done } = bench.simulator.lines.dial(landline, national(bench.number));
  expect(outcome).toBe('calling');
  expect((await done).heard.map(({ text }) => text)).toContain('“Acme here”');
  expect(forwardsOf(bench.simulator, await done)).toEqual({});
});

it('keeps lines and their forwardings in a snapshot', async () => {
  const bench = await coxLine();
  bench.simulator.lines.add({ phoneNumber: mobile, carrier: 'Verizon', behaviour: 'busy' });
  bench.simulator.lines.dial(mobile, `*72${national(bench.number)}`);
  const snapshot = JSON.parse(JSON.stringify(bench.simulator.snapshot()));
  const other = await setUpLines();
  await other.simulator.restore(snapshot);
  expect(other.simulator.lines.list().map(({ carrier, behaviour }) => `${carrier} ${behaviour}`)).toEqual([
    'Cox answers',
    'Verizon busy',
  ]);
  const buying = other.client.incomingPhoneNumbers.create({ phoneNumber: mobile });
  await expect(buying).rejects.toMatchObject({ code: expect.any(Number) });
  expect(other.simulator.lines.get(mobile)).toMatchObject({
    forwards: { all: { to: bench.number, active: true } },
    heard: [],
  });
});

it('refuses lines that cannot be', async () => {
  const { simulator, number } = await setUpLines();
  const add =
    (phoneNumber: string, more = {}) =>
    () =>
      simulator.lines.add({ phoneNumber, carrier: 'Cox', ...more });
  expect(add(number)).toThrow('belongs to the account');
  expect(add('5102340143')).toThrow('E.164');
  expect(add(mobile, { behaviour: 'asleep' })).toThrow('behaviour must be one of');
  expect(add(mobile, { carrier: ' ' })).toThrow('carrier');
  expect(() => simulator.lines.dial(mobile, '*73')).toThrow('no line');
});
