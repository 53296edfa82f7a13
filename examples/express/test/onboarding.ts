import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { findInClear } from './find-in-clear.ts';
import { type ExampleProgram, type StartedExample, startExample } from './started-example.ts';
import { type WatchedPage, watchedPage } from './watched-page.ts';

/** What every example must do in a browser: onboarding, the call, the tenant's own greeting. */
export function testOnboarding(program: ExampleProgram): void {
  let example: StartedExample;
  let browser: Browser;
  const bought: string[] = [];

  beforeAll(async () => {
    [example, browser] = await Promise.all([
      startExample(program),
      findChromium().then((how) => chromium.launch(how)),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await example?.stop();
  });

  /** A page of a visitor of its own. What it did wrong is checked at the end. */
  async function visit(act: (page: Page, watched: WatchedPage) => Promise<void>): Promise<void> {
    const context = await browser.newContext();
    const watched = await watchedPage(context);
    await act(watched.page, watched);
    expect(watched.problems()).toEqual([]);
    await context.close();
  }

  describe(`${program.name}: a tenant gets a number, and calls to it reach that tenant’s agent`, () => {
    test('the first tenant hears its own greeting and an answer, at most three clicks after opening', () =>
      visit(async (page, watched) => {
        const startedAt = performance.now();
        const { number, clicks } = await getNumber(page, example, 'Bright Smile Dental');
        bought.push(number);
        expect(await watched.layoutShift()).toBe(0);
        const greetedAt = await call(page, example, number, {
          greeting: /Thanks for calling Bright Smile Dental/,
          question: 'When are you open?',
          answer: /Monday to Friday/,
        });
        const seconds = ((greetedAt - startedAt) / 1000).toFixed(1);
        console.log(`${program.name}: first click to greeting: ${seconds} s, ${clicks} clicks`);
        expect(clicks).toBeLessThanOrEqual(3);
      }));

    test('the second tenant’s number gives the second greeting', () =>
      visit(async (page) => {
        const { number } = await getNumber(page, example, 'Pete’s Pizza');
        bought.push(number);
        expect(number).not.toBe(bought[0]);
        await call(page, example, number, {
          greeting: /Pete’s Pizza in Brooklyn, hello/,
          question: 'Do you deliver?',
          answer: /within two miles/,
        });
      }));

    test('after a reload the live number is shown again, not bought again, and nothing moves meanwhile', () =>
      visit(async (page, watched) => {
        await page.goto(example.url);
        await page.getByRole('button', { name: 'Sign in as Bright Smile Dental' }).click();
        const number = page
          .locator('phone-setup')
          .getByText(bought[0] ?? '')
          .first();
        await number.waitFor();
        await page.reload();
        await number.waitFor();
        expect(await watched.layoutShift()).toBe(0);
        const bill = await (await fetch(`${example.simulatorUrl}/_simulator/bill`)).json();
        const months = bill.entries.filter(({ kind }: { kind: string }) => kind === 'number-month');
        // The third is the one that test calls come from.
        expect(months).toHaveLength(3);
      }));

    test('each call left one row of usage, and the first one proved its number', async () => {
      const database = new DatabaseSync(join(example.folder, '.data/example.db'), { readOnly: true });
      const rows = (query: string) => database.prepare(query).all();
      const calls = () => rows('select tenant_id, outcome, answered from numberkit_calls order by tenant_id');
      const completed = { outcome: 'completed', answered: 1 };
      await expect.poll(calls, { timeout: 10_000 }).toEqual([
        { tenant_id: 'brightsmile', ...completed },
        { tenant_id: 'petespizza', ...completed },
      ]);
      const proven = "select tenant_id from numberkit_trail where event = 'number.proven' order by tenant_id";
      await expect.poll(() => rows(proven)).toHaveLength(2);
      database.close();
    });

    test('neither the database nor the logs hold a bought number, in any formatting', () => {
      expect(bought).toHaveLength(2);
      for (const display of bought) expect(findInClear(example, display)).toEqual([]);
    });
  });
}

/** Signs in and accepts what is suggested; counts the clicks it takes from the open page to the live number. */
async function getNumber(
  page: Page,
  example: StartedExample,
  tenant: string,
): Promise<{ number: string; clicks: number }> {
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

interface Conversation {
  readonly greeting: RegExp;
  readonly question: string;
  readonly answer: RegExp;
}

/** Calls the number from the simulator's web phone and asks a question; answers when the greeting was heard. */
async function call(
  page: Page,
  example: StartedExample,
  number: string,
  { greeting, question, answer }: Conversation,
): Promise<number> {
  await page.goto(`${example.simulatorUrl}/?to=${encodeURIComponent(e164(number))}`);
  await page.getByTestId('call').click();
  const transcript = page.getByTestId('transcript');
  await transcript.getByText(greeting).waitFor();
  const greetedAt = performance.now();
  await page.getByTestId('say').fill(question);
  await page.getByTestId('send').click();
  await transcript.getByText(answer).waitFor();
  await page.getByTestId('hangup').click();
  // Gone once the call has ended for the simulator too; else the next page would open in the middle of it.
  await page.getByTestId('hangup').waitFor({ state: 'hidden' });
  return greetedAt;
}

const e164 = (display: string) => `+1${display.replaceAll(/\D/g, '')}`;
