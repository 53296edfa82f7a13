import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTwilioSimulator } from '../../src/index.ts';
import { startTwilioSimulator } from '../../src/server/index.ts';
import { landline, mobile } from './bench.ts';

const target = '+14155550142';

/** Asks the control API of a simulator without a server. */
function control() {
  const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? null : JSON.stringify(body);
    const request = new Request(`http://localhost/_simulator${path}`, { method, body: sent });
    const response = await simulator.fetch(request);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { simulator, ask };
}

describe('the control API of lines', () => {
  it('adds, shows, changes and removes a line', async () => {
    const { ask } = control();
    const added = await ask('POST', '/lines', { phoneNumber: mobile, carrier: 'verizon', answerSeconds: 4 });
    expect(added.body).toMatchObject({
      carrier: 'Verizon',
      kind: 'mobile',
      behaviour: 'answers',
      hasCodes: true,
    });
    await ask('POST', `/lines/${encodeURIComponent(mobile)}`, {
      behaviour: 'busy',
      quirks: { ringSeconds: 9 },
    });
    const { body } = await ask('GET', '/lines');
    expect(body.lines).toMatchObject([
      {
        phoneNumber: mobile,
        behaviour: 'busy',
        answerSeconds: 4,
        quirks: { ringSeconds: 9, caller: 'kept' },
      },
    ]);
    expect((await ask('DELETE', `/lines/${mobile}`)).status).toBe(204);
    expect((await ask('GET', `/lines/${mobile}`)).status).toBe(404);
  });

  it('dials on the handset, hangs up, and follows settings', async () => {
    const { simulator, ask } = control();
    await ask('POST', '/lines', { phoneNumber: mobile, carrier: 'Verizon' });
    const dialled = await ask('POST', `/lines/${mobile}/dial`, { keys: '*71 415 555 0142' });
    expect(dialled.body).toMatchObject({
      outcome: 'accepted',
      callSid: null,
      heard: [{ text: 'Two beeps' }, {}],
    });
    expect((await ask('POST', `/lines/${mobile}/dial`, { keys: '**21#' })).body.outcome).toBe('refused');
    await ask('POST', '/lines', { phoneNumber: landline, carrier: 'Cox', behaviour: 'rings-out' });
    const calling = await ask('POST', `/lines/${mobile}/dial`, { keys: landline });
    expect(calling.body).toMatchObject({ outcome: 'calling', callSid: expect.stringMatching(/^CA/) });
    await ask('POST', `/lines/${mobile}/hangup`);
    expect(simulator.calls.get(calling.body.callSid)?.call.status).toBe('no-answer');
    const forwarded = await ask('POST', `/lines/${mobile}/forward`, { part: 'all', to: target });
    expect(forwarded.body.forwards.all).toEqual({ to: target, active: true, ringSeconds: null });
    const off = await ask('POST', `/lines/${mobile}/forward`, { part: 'all', to: null });
    expect(off.body.forwards.all).toBeUndefined();
  });

  it.each([
    ['/lines', { phoneNumber: '12', carrier: 'Cox' }, 'E.164'],
    ['/lines', { phoneNumber: mobile }, 'carrier must be a text'],
    ['/lines', { phoneNumber: mobile, carrier: 'Cox', kind: 'satellite' }, 'mobile, landline, app'],
    ['/lines', { phoneNumber: mobile, carrier: 'Cox', behaviour: 'asleep' }, 'rings-out'],
    ['/lines', { phoneNumber: mobile, carrier: 'Cox', quirks: 'odd' }, 'quirks must be an object'],
    [`/lines/${landline}`, { answerSeconds: 'soon' }, 'answerSeconds must be a number'],
    [`/lines/${landline}`, { blocked: 'moon' }, 'geo-permission'],
    [`/lines/${landline}/dial`, {}, 'keys must be a text'],
    [`/lines/${landline}/forward`, { part: 'some', to: null }, 'part must be one of'],
    [`/lines/${landline}/forward`, { part: 'all' }, 'to must be'],
  ])('says what is wrong with %s %o', async (path, body, message) => {
    const { simulator, ask } = control();
    simulator.lines.add({ phoneNumber: landline, carrier: 'Cox' });
    const answer = await ask('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(message);
  });

  it('names at least 30 carriers of four countries, with the kinds of line they have', async () => {
    const { carriers } = (await control().ask('GET', '/carriers')).body;
    expect(carriers.length).toBeGreaterThanOrEqual(30);
    const countries = new Set(carriers.map(({ country }: { country: string }) => country));
    expect([...countries].sort()).toEqual(['AU', 'CA', 'GB', 'US']);
    expect(carriers).toContainEqual({ name: 'Google Voice', country: 'US', kinds: ['app'] });
  });

  it('forgets lines on reset', async () => {
    const { simulator, ask } = control();
    simulator.lines.add({ phoneNumber: landline, carrier: 'Cox' });
    await ask('POST', '/reset');
    expect(simulator.lines.list()).toEqual([]);
  });
});

describe('a server', () => {
  it('begins with four lines to try, and with none when told so', async () => {
    const server = await startTwilioSimulator({ port: 0 });
    const shown = server.simulator.lines.list().map(({ carrier, kind }) => `${carrier} ${kind}`);
    await server.close();
    expect(shown).toEqual(['T-Mobile mobile', 'Verizon mobile', 'Cox landline', 'Google Voice app']);
    const bare = await startTwilioSimulator({ port: 0, lines: [] });
    expect(bare.simulator.lines.list()).toEqual([]);
    await bare.close();
  });

  it('keeps what was dialled in its state file', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'state.json');
    const server = await startTwilioSimulator({ port: 0, stateFile });
    const [line] = server.simulator.lines.list();
    await fetch(`${server.url}/_simulator/lines/${line?.phoneNumber}/dial`, {
      method: 'POST',
      body: JSON.stringify({ keys: '**21*4155550142#' }),
    });
    await server.close();
    const again = await startTwilioSimulator({ port: 0, stateFile });
    expect(again.simulator.lines.list()).toHaveLength(4);
    expect(again.simulator.lines.get(line?.phoneNumber ?? '')?.forwards.all?.to).toBe(target);
    await again.close();
  });
});
