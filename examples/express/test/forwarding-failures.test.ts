import { englishForwarding as words } from '@numberkit/elements';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { addLine, dialOnLine } from './added-line.ts';
import { type Failure, failures, lineOf, type Remedy } from './failing-lines.ts';
import { codesOf, setUpForwarding, testLine } from './forward-line.ts';
import { expressExample, type StartedExample, startExample } from './started-example.ts';
import { takePictures } from './take-pictures.ts';
import { watchedPage } from './watched-page.ts';

/** What the main button shows, where it does not test again. */
const leadsTo: Partial<Record<Remedy, string>> = {
  'next-code': words.guide.heading,
  'dial-again': words.guide.heading,
  'ask-carrier': words.guide.headingAsk,
  'dial-undo': words.guide.headingOff,
};

const TENANTS = ['Bright Smile Dental', 'Pete’s Pizza'] as const;

describe('a test call that comes to no good end', () => {
  let browser: Browser;
  let example: StartedExample | undefined;
  let next: Promise<StartedExample> | undefined;
  let visits = 0;
  beforeAll(async () => {
    next = startExample(expressExample);
    browser = await chromium.launch(await findChromium());
  });
  afterAll(async () => {
    await Promise.all([example?.stop(), next?.then(({ stop }) => stop()), browser?.close()]);
  });

  /** The page of the SaaS, of a tenant that has done nothing yet: an example has two, and the next one starts meanwhile. */
  async function visit(
    act: (page: Page, example: StartedExample, tenant: string) => Promise<void>,
  ): Promise<void> {
    const tenant = TENANTS[visits++ % TENANTS.length] ?? TENANTS[0];
    if (tenant === TENANTS[0]) {
      await example?.stop();
      example = await next;
      next = visits < failures.length ? startExample(expressExample) : undefined;
    }
    if (!example) throw new Error('no example was started');
    const context = await browser.newContext();
    const { page, problems } = await watchedPage(context);
    await act(page, example, tenant);
    // A test that comes sooner than people are is refused, and Chromium logs that.
    expect(problems().filter((problem) => !problem.includes('status of 429'))).toEqual([]);
    await context.close();
  }

  test.each(failures)('$what: the page says $outcome, and to $remedy', (failure) =>
    visit(async (page, started, tenant) => {
      const line = lineOf(failure.carrier, failures.indexOf(failure));
      await addLine(started, line, failure.line);
      await setUpForwarding(page, started, tenant, line, words.when[failure.when].title);
      await failure.before?.(started, line);
      await page.getByRole('button', { name: words.guide.done }).click();
      if (failure.ringing) {
        await page.getByText(words.test.ringing).and(page.locator('.now *')).waitFor();
        await failure.ringing(started);
      }
      await expectFailure(page, failure, 'setting-up');
    }),
  );

  test('it came back although it is to be off: the page says still-forwarded, and to dial-undo', () =>
    visit(async (page, started, tenant) => {
      const line = lineOf('T-Mobile', failures.length);
      await addLine(started, line, { behaviour: 'voicemail', quirks: { ringSeconds: 1 } });
      await setUpForwarding(page, started, tenant, line, words.when.unanswered.title);
      for (const code of await codesOf(page)) await dialOnLine(started, line, code);
      await testLine(page, words.on.heading);
      await page.getByRole('button', { name: words.on.stop }).click();
      await testLine(page, words.outcome['still-forwarded'].heading);
      const shown = { name: 'still-forwarded', outcome: 'still-forwarded', remedy: 'dial-undo' } as const;
      await expectFailure(page, shown, 'cancelling');
    }));
});

/** Heading, advice and main button of the outcome, and of no other; that button helps; the server calls nothing verified. */
async function expectFailure(
  page: Page,
  { name, outcome, remedy }: Pick<Failure, 'name' | 'outcome' | 'remedy'>,
  status: string,
): Promise<void> {
  const told = words.outcome[outcome];
  const { advice, action } = words.remedy[outcome === 'blocked' ? 'unblock' : remedy];
  const setup = page.locator('phone-setup');
  await setup.getByRole('heading', { name: told.heading }).waitFor();
  for (const text of [told.body, advice]) await setup.locator('p', { hasText: text }).waitFor();
  expect((await setup.locator('[part=primary]').allInnerTexts()).map((text) => text.trim())).toEqual([
    action,
  ]);
  expect(await setup.getByText(words.on.heading).count()).toBe(0);
  expect(await forwardingsOf(page)).toEqual([
    { status, test: expect.objectContaining({ outcome, remedy, stage: 'done' }) },
  ]);
  await takePictures(page, 'forwarding-failures', name);
  const heading = leadsTo[remedy];
  if (!heading) return;
  await setup.getByRole('button', { name: action }).click();
  await setup.getByRole('heading', { name: heading }).waitFor();
}

/** How the tenant’s forwardings stand, as the server says. */
function forwardingsOf(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    const { forwardings } = await (await fetch('/api/twilio/setup-state')).json();
    return forwardings.map(({ status, test }: { status: string; test: unknown }) => ({ status, test }));
  });
}
