import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { type StartedExample, startExample } from './started-example.ts';

let example: StartedExample;
let browser: Browser;

beforeAll(async () => {
  [example, browser] = await Promise.all([
    startExample(),
    findChromium().then((how) => chromium.launch(how)),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await example?.stop();
});

/** Signs in and accepts what is suggested; counts the clicks it takes from the open page to the live number. */
async function getNumber(page: Page, tenant: string): Promise<{ number: string; clicks: number }> {
  await page.goto(example.url);
  await page.getByRole('button', { name: `Sign in as ${tenant}` }).click();
  let clicks = 0;
  const live = page.getByRole('heading', { name: 'You are live' });
  const next = page.getByRole('button', { name: /^(Continue|Get number)$/ }).and(page.locator(':enabled'));
  while (clicks < 4) {
    await live.or(next).first().waitFor();
    if (await live.isVisible()) break;
    const step = await next.textContent();
    await next.click();
    clicks += 1;
    // The step that was answered must be gone before the next one is.
    await page.getByRole('button', { name: step?.trim() ?? '', exact: true }).waitFor({ state: 'hidden' });
  }
  await live.waitFor();
  const text = await page
    .locator('phone-setup')
    .getByText(/^\(\d{3}\) \d{3}-\d{4}$/)
    .first()
    .textContent();
  return { number: text?.trim() ?? '', clicks };
}

/** Calls the number from the simulator's web phone and asks a question; answers what was heard. */
async function call(page: Page, number: string, greeting: RegExp, question: string, answer: RegExp) {
  await page.goto(`${example.simulatorUrl}/?to=${encodeURIComponent(e164(number))}`);
  await page.getByTestId('call').click();
  const transcript = page.getByTestId('transcript');
  await transcript.getByText(greeting).waitFor();
  const greetedAt = performance.now();
  await page.getByTestId('say').fill(question);
  await page.getByTestId('send').click();
  await transcript.getByText(answer).waitFor();
  await page.getByTestId('hangup').click();
  return greetedAt;
}

const e164 = (display: string) => `+1${display.replaceAll(/\D/g, '')}`;

describe('a tenant gets a number, and calls to it reach that tenant’s agent', () => {
  const bought: string[] = [];

  test('the first tenant hears its own greeting and an answer, at most three clicks after opening', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const startedAt = performance.now();
    const { number, clicks } = await getNumber(page, 'Bright Smile Dental');
    bought.push(number);
    const greetedAt = await call(
      page,
      number,
      /Thanks for calling Bright Smile Dental/,
      'When are you open?',
      /Monday to Friday/,
    );
    console.log(
      `first click to greeting: ${((greetedAt - startedAt) / 1000).toFixed(1)} s, ${clicks} clicks`,
    );
    expect(clicks).toBeLessThanOrEqual(3);
    await context.close();
  });

  test('the second tenant’s number gives the second greeting', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const { number } = await getNumber(page, 'Pete’s Pizza');
    bought.push(number);
    expect(number).not.toBe(bought[0]);
    await call(page, number, /Pete’s Pizza in Brooklyn, hello/, 'Do you deliver?', /within two miles/);
    await context.close();
  });

  test('after a reload the live number is shown again, not bought again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(example.url);
    await page.getByRole('button', { name: 'Sign in as Bright Smile Dental' }).click();
    await page
      .locator('phone-setup')
      .getByText(bought[0] ?? '')
      .first()
      .waitFor();
    await page.reload();
    await page
      .locator('phone-setup')
      .getByText(bought[0] ?? '')
      .first()
      .waitFor();
    await context.close();
    const bill = await (await fetch(`${example.simulatorUrl}/_simulator/bill`)).json();
    const months = bill.entries.filter(({ kind }: { kind: string }) => kind === 'number-month');
    expect(months).toHaveLength(2);
  });

  test('neither the database nor the logs hold a bought number, in any formatting', () => {
    expect(bought).toHaveLength(2);
    const data = join(example.folder, '.data');
    const files = readdirSync(data).map((name) => ({
      name,
      bytes: readFileSync(join(data, name), 'latin1'),
    }));
    expect(files.some(({ name }) => name.endsWith('.db'))).toBe(true);
    for (const display of bought) {
      const digits = e164(display).slice(2);
      const spaced = new RegExp(digits.split('').join('[\\s().+-]{0,3}'));
      for (const { name, bytes } of files) expect(spaced.test(bytes), `${name} holds ${display}`).toBe(false);
      expect(spaced.test(example.log()), `the logs hold ${display}`).toBe(false);
    }
  });
});

describe('the HTTP API as the README shows it', () => {
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
