import type { Page } from 'playwright-core';
import type { SimulatedLine } from './simulated-line.ts';
import type { StartedExample } from './started-example.ts';

/** Signs in and answers the questions, up to the guide. */
export async function setUpForwarding(
  page: Page,
  { url }: StartedExample,
  tenant: string,
  line: SimulatedLine,
  when: string,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: `Sign in as ${tenant}` }).click();
  await page.getByText('Keep my number, forward calls').click();
  await goOn(page);
  await page.getByLabel('Your phone number').fill(line.display);
  await goOn(page);
  await page.getByLabel('Find your phone company').fill(line.carrier);
  await page.getByText(line.carrier, { exact: true }).click();
  await goOn(page);
  await page.getByText(when, { exact: true }).click();
  await goOn(page);
  await page.locator('phone-dial-guide').waitFor();
}

/** The codes that the guide shows, one after the other. */
export async function codesOf(page: Page): Promise<readonly string[]> {
  const guide = page.locator('phone-dial-guide');
  const code = guide.locator('[part=code]');
  await code.waitFor();
  const steps = await guide.getByRole('button', { name: /^Step \d/ }).all();
  if (steps.length === 0) return [await textOf(code)];
  const codes: string[] = [];
  for (const step of steps) {
    await step.click();
    codes.push(await textOf(code));
  }
  return codes;
}

/** Says that it is dialled, and waits for what the test call shows. Who is faster than people are must ask twice. */
export async function testLine(page: Page, shown: string): Promise<void> {
  await page.getByRole('button', { name: 'I have done it' }).click();
  const result = page.getByRole('heading', { name: shown });
  const tooSoon = page.getByRole('heading', { name: 'One moment until the next test' });
  await result.or(tooSoon).waitFor();
  if (await tooSoon.isVisible()) await page.getByRole('button', { name: 'Test again' }).click();
  await result.waitFor();
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

async function textOf(code: ReturnType<Page['locator']>): Promise<string> {
  return ((await code.textContent()) ?? '').trim();
}
