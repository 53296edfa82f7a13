import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TwilioSimulatorServer, TwilioSimulatorServerOptions } from '../../src/server/index.ts';
import { startTwilioSimulator } from '../../src/server/index.ts';
import { eventually } from './eventually.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';

vi.setConfig({ testTimeout: 15_000 });

let host: Host;
let directory: string;
const servers: TwilioSimulatorServer[] = [];
beforeEach(async () => {
  host = await startHost();
  directory = await mkdtemp(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await host.close();
  await rm(directory, { recursive: true });
});

async function start(options: TwilioSimulatorServerOptions = {}): Promise<TwilioSimulatorServer> {
  const server = await startTwilioSimulator({ port: 0, ...options });
  servers.push(server);
  return server;
}

function numbersUrl({ url, simulator }: TwilioSimulatorServer): string {
  return `${url}/2010-04-01/Accounts/${simulator.account.sid}/IncomingPhoneNumbers.json`;
}

function authorize({ simulator }: TwilioSimulatorServer): Record<string, string> {
  const { sid, authToken } = simulator.account;
  return { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` };
}

async function buy(server: TwilioSimulatorServer, voiceUrl = `${host.url}/voice`): Promise<string> {
  const body = new URLSearchParams({ AreaCode: '510', VoiceUrl: voiceUrl });
  const response = await fetch(numbersUrl(server), { method: 'POST', headers: authorize(server), body });
  expect(response.status).toBe(201);
  return JSON.parse(await response.text()).phone_number;
}

const control = async (server: TwilioSimulatorServer, path: string, body?: object) => {
  const method = body ? 'POST' : 'GET';
  const response = await fetch(`${server.url}/_simulator${path}`, {
    method,
    body: body ? JSON.stringify(body) : null,
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

describe('the standalone server', () => {
  it('serves the web phone without a word from elsewhere, and nothing else from its disk', async () => {
    const { url } = await start();
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) {
      expect(path.startsWith('/')).toBe(true);
      expect((await fetch(url + path)).status).toBe(200);
    }
    expect((await fetch(`${url}/../start-twilio-simulator.ts`)).status).not.toBe(200);
  });

  it('serves every script that a script of the page imports', async () => {
    const { url } = await start();
    const script = await (await fetch(`${url}/phone.js`)).text();
    const imported = [...script.matchAll(/from '([^']+)'/g)].map(([, path]) => path ?? '');
    expect(imported.length).toBeGreaterThan(3);
    for (const path of imported) {
      expect((await fetch(url + path)).headers.get('content-type')).toContain('text/javascript');
    }
  });

  it('breaks the connection where a fault says so, after the number was bought', async () => {
    const server = await start();
    await control(server, '/faults', {
      match: { method: 'POST', path: { regex: 'IncomingPhoneNumbers' } },
      when: 'after',
      effect: { kind: 'reset' },
    });
    const body = new URLSearchParams({ AreaCode: '510' });
    const broken = fetch(numbersUrl(server), { method: 'POST', headers: authorize(server), body });
    await expect(broken).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(server.simulator.numbers.owned()).toHaveLength(1);
  });

  it('lets another process be the caller', async () => {
    const server = await start();
    host.page(
      '/voice',
      '<Gather input="speech dtmf" numDigits="1" action="/menu"><Say>Welcome</Say></Gather>',
    );
    host.page(
      '/menu',
      ({ params }) => `<Say>Got ${params.SpeechResult ?? params.Digits}</Say><Pause length="60"/>`,
    );
    const to = await buy(server);
    const dialled = await control(server, '/calls', { from: '+14155550111', to });
    expect(dialled.status).toBe(200);
    const { sid } = dialled.body;
    await server.simulator.calls.get(sid)?.waitFor('Welcome');
    await control(server, `/calls/${sid}/say`, { text: 'sales' });
    await server.simulator.calls.get(sid)?.waitFor('Got sales');
    expect((await control(server, `/calls/${sid}`)).body).toMatchObject({
      sid,
      status: 'in-progress',
      transcript: [{ text: 'Welcome' }, { text: 'sales' }, { text: 'Got sales' }],
    });
    await control(server, `/calls/${sid}/hangup`, {});
    await server.simulator.calls.get(sid)?.ended;
    expect((await control(server, '/calls')).body.calls).toMatchObject([{ sid, status: 'completed' }]);
    expect((await control(server, `/calls/${sid}/press`, { digits: 'x' })).status).toBe(400);
    expect((await control(server, '/calls/CA0/say', { text: 'x' })).status).toBe(404);
    expect((await control(server, '/calls', { from: '+1' })).status).toBe(400);
  });

  it('sets how outside phones behave', async () => {
    const server = await start();
    expect((await control(server, '/phones/%2B15105550177', { when: 'busy' })).status).toBe(204);
    expect(server.simulator.calls.phones.get('+15105550177')).toEqual({ when: 'busy' });
    expect((await control(server, '/phones/%2B15105550177', { when: 'asleep' })).status).toBe(400);
  });

  it('tells of numbers and calls as they happen', async () => {
    const server = await start();
    host.page('/voice', '<Say>Hello</Say>');
    const stop = new AbortController();
    const feed = await fetch(`${server.url}/_simulator/live`, { signal: stop.signal });
    expect(feed.headers.get('content-type')).toBe('text/event-stream');
    let seen = '';
    const reading = (async () => {
      for await (const chunk of feed.body ?? []) seen += new TextDecoder().decode(chunk);
    })().catch(() => undefined);
    const to = await buy(server);
    await eventually(() => seen).toContain('"numbers":1');
    await server.simulator.calls.dial({ from: '+14155550111', to }).ended;
    await eventually(() => seen).toContain('"text":"Hello"');
    expect(seen).toMatch(/event: event\ndata: \{"sid":"CA[^\n]+"kind":"webhook"/);
    expect(seen).toMatch(/event: call\ndata: [^\n]+"status":"completed"/);
    stop.abort();
    await reading;
  });

  it('rejects when the port is taken', async () => {
    const { url } = await start();
    await expect(startTwilioSimulator({ port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('the state file', () => {
  it('brings numbers, bill, credentials and time back, and never makes a SID twice', async () => {
    const stateFile = join(directory, 'state.json');
    const first = await start({ stateFile });
    host.page('/voice', '<Say>Hello</Say>');
    const to = await buy(first);
    await control(first, '/clock/advance', { ms: 3_600_000 });
    const call = first.simulator.calls.dial({ from: '+14155550111', to });
    await call.ended;
    await first.close();

    const second = await start({ stateFile });
    expect(second.simulator.account.sid).toBe(first.simulator.account.sid);
    expect(second.simulator.account.authToken).toBe(first.simulator.account.authToken);
    expect(second.simulator.numbers.find(to)).toEqual(first.simulator.numbers.find(to));
    expect(second.simulator.bill.entries()).toEqual(first.simulator.bill.entries());
    expect(second.simulator.clock.now().getTime() - Date.now()).toBeGreaterThan(3_590_000);
    const again = second.simulator.calls.dial({ from: '+14155550111', to });
    await again.waitFor('Hello');
    expect(again.sid).not.toBe(call.sid);
  });

  it('is on the disk before the purchase is answered, and leaves no half file behind', async () => {
    const stateFile = join(directory, 'state.json');
    const server = await start({ stateFile });
    const bought = await buy(server);
    expect(JSON.parse(await readFile(stateFile, 'utf8')).numbers).toMatchObject([{ phoneNumber: bought }]);
    expect(await readdir(directory)).toEqual(['state.json']);
  });

  it('refuses a file that is something else', async () => {
    const stateFile = join(directory, 'other.json');
    await writeFile(stateFile, '{"name":"package"}');
    await expect(start({ stateFile })).rejects.toThrow('not a state file');
  });
});
