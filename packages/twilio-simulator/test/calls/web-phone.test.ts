import chromium from '@sparticuz/chromium';
import type { Browser, Page } from 'playwright-core';
import { chromium as launcher } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TwilioSimulatorServer } from '../../src/server/index.ts';
import { startTwilioSimulator } from '../../src/server/index.ts';
import { eventually } from './eventually.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';

let browser: Browser;
let host: Host;
let server: TwilioSimulatorServer;
let page: Page;
let faults: string[];

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  const executablePath = await chromium.executablePath();
  // With one process, closing the first page would end the browser.
  const args = chromium.args.filter((argument) => argument !== '--single-process');
  browser = await launcher.launch({ args, executablePath, headless: true });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  host = await startHost();
  server = await startTwilioSimulator({ port: 0 });
  page = await browser.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
afterEach(async () => {
  await page.close();
  await server.close();
  await host.close();
});

async function buy(areaCode: string): Promise<string> {
  const { sid, authToken } = server.simulator.account;
  const response = await fetch(`${server.url}/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` },
    body: new URLSearchParams({ AreaCode: areaCode, VoiceUrl: `${host.url}/voice` }),
  });
  return JSON.parse(await response.text()).phone_number;
}

const text = (id: string) => page.getByTestId(id).textContent();
const panel = (name: string) => page.locator(`#panel-${name}`).textContent();

it('shows a number as soon as it is bought, calls it, talks, and shows what was asked', async () => {
  host.page(
    '/voice',
    `<Connect><ConversationRelay url="${host.socketUrl}/relay" welcomeGreeting="Acme here"/></Connect>`,
  );
  host.agent('/relay', (socket) => {
    socket.on('message', (data) => {
      const { type, voicePrompt } = JSON.parse(String(data));
      if (type !== 'prompt') return;
      socket.send(JSON.stringify({ type: 'text', token: `Echo: ${voicePrompt}`, last: true }));
    });
  });
  await page.goto(server.url);
  await page.getByText('No numbers yet').waitFor();
  const number = await buy('510');
  await eventually(() => page.getByTestId('to').inputValue()).toBe(number);
  const newer = await buy('415');
  await eventually(() => page.getByTestId('to').inputValue()).toBe(newer);
  await page.getByTestId('to').fill(number);

  await page.getByTestId('call').click();
  await eventually(() => text('transcript')).toContain('Acme here');
  await page.getByTestId('say').fill('Are you open?');
  await page.getByTestId('send').click();
  await eventually(() => text('transcript')).toContain('Echo: Are you open?');
  await eventually(() => panel('webhooks')).toContain('X-Twilio-Signature');
  await page.getByRole('tab', { name: /TwiML/ }).click();
  expect(await panel('twiml')).toContain('welcomeGreeting="Acme here"');
  await page.getByRole('tab', { name: /WebSocket/ }).click();
  expect(await panel('frames')).toContain('"voicePrompt": "Are you open?"');

  await page.getByTestId('hangup').click();
  await eventually(() => text('transcript')).toContain('Call ended');
  await page.getByRole('tab', { name: /Bill/ }).click();
  await eventually(() => panel('bill')).toContain('Inbound call');
  expect(faults).toEqual([]);
});

it('takes the called number from its address, and finds a running call again after a reload', async () => {
  host.page('/voice', '<Say>Please hold</Say><Pause length="600"/>');
  await buy('415');
  const number = await buy('510');
  await page.goto(`${server.url}/?to=${encodeURIComponent(number)}`);
  await eventually(() => page.getByTestId('to').inputValue()).toBe(number);
  await page.getByTestId('call').click();
  await eventually(() => text('transcript')).toContain('Please hold');
  await page.reload();
  await eventually(() => text('transcript')).toContain('Please hold');
  await page.getByTestId('hangup').click();
  await eventually(() => text('transcript')).toContain('Call ended');
  expect(faults).toEqual([]);
});

it('says so when a number is none, and does not call', async () => {
  await page.goto(server.url);
  await page.getByTestId('to').fill('12');
  await page.getByTestId('call').click();
  await page.getByRole('alert').getByText('Enter a phone number').waitFor();
  expect(server.simulator.calls.list()).toEqual([]);
});

it('dials codes on the handset of a line: an activation rings the app, and a stranger’s call then reaches it', async () => {
  host.page('/voice', '<Say>You have reached Acme</Say><Pause length="600"/>');
  const number = await buy('510');
  await page.goto(server.url);
  await page.getByRole('button', { name: /^Cox landline/ }).click();
  await page.getByTestId('keys').fill('*7');
  await page.getByRole('group', { name: 'Keypad of the handset' }).getByRole('button', { name: '2' }).click();
  await page.getByTestId('handset-call').click();
  await eventually(() => text('heard')).toContain('Dial tone');
  await page.getByTestId('keys').fill(number.slice(2));
  await page.getByTestId('handset-call').click();
  await eventually(() => text('heard')).toContain('Two beeps');
  await eventually(() => panel('webhooks')).toContain('+16192340144');
  await eventually(() => text('forwards')).toContain('All calls');
  await page.getByRole('button', { name: 'End', exact: true }).click();

  await page.getByRole('button', { name: 'Call this line' }).click();
  await page.getByTestId('call').click();
  await eventually(() => text('transcript')).toContain('You have reached Acme');
  await eventually(() => panel('webhooks')).toContain('ForwardedFrom');
  await page.getByTestId('hangup').click();

  await page.getByTestId('keys').fill('*73');
  await page.getByTestId('handset-call').click();
  await eventually(() => text('forwards')).toBe('To the line itself');
  expect(faults).toEqual([]);
});

it('adds a line, changes what happens there, and removes it', async () => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Add line' }).click();
  await page.getByLabel('Its number').fill('(415) 234-0150');
  await page.getByLabel('Carrier').fill('RingCentral');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const line = () => server.simulator.lines.get('+14152340150');
  await page.getByRole('button', { name: /^RingCentral app/, pressed: true }).waitFor();
  await page.getByTestId('settings-to').fill('415 234 0199');
  await page.getByRole('button', { name: 'Save' }).click();
  await eventually(() => line()?.forwards.all?.to).toBe('+14152340199');
  await page.getByRole('button', { name: 'Busy' }).click();
  await eventually(() => line()?.behaviour).toBe('busy');
  await page.getByRole('button', { name: 'Remove' }).click();
  await eventually(() => line()).toBeUndefined();
  expect(faults).toEqual([]);
});

it('fits a phone of 360 pixels', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await buy('510');
  await page.goto(server.url);
  await page.getByRole('button', { name: /^\(510\)/ }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});
