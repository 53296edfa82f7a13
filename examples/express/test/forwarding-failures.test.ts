import type { ForwardingRemedy, ForwardingTestOutcome } from '@numberkit/contract';
import { englishForwarding as words } from '@numberkit/elements';
import type { LineSettings } from '@numberkit/twilio-simulator';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { addLine, dialOnLine, passMinute, refuseCalls, tieInCircle } from './added-line.ts';
import { codesOf, setUpForwarding, testLine } from './forward-line.ts';
import type { SimulatedLine } from './simulated-line.ts';
import { expressExample, type StartedExample, startExample } from './started-example.ts';
import { takePictures } from './take-pictures.ts';
import { watchedPage } from './watched-page.ts';

/** A line at which a test call comes to no good end. */
interface Failure {
  /** Names its pictures. */
  readonly name: string;
  readonly what: string;
  readonly carrier: 'T-Mobile' | 'Verizon' | 'Bell' | 'Cox';
  readonly when: 'unanswered' | 'all' | 'busy';
  readonly line: LineSettings;
  readonly outcome: Exclude<ForwardingTestOutcome, 'verified' | 'off'>;
  readonly remedy: ForwardingRemedy;
  /** What else is so before the test, and what happens while the line rings. */
  readonly before?: (example: StartedExample, line: SimulatedLine) => Promise<void>;
  readonly ringing?: (example: StartedExample) => Promise<void>;
}

const failures: readonly Failure[] = [
  {
    name: 'not-forwarded-picked-up',
    what: 'a person picks up before it is sent on',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'let-it-ring',
  },
  {
    name: 'not-forwarded-next-code',
    what: 'a person picks up, another code is known',
    carrier: 'Bell',
    when: 'all',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'next-code',
  },
  {
    name: 'not-forwarded-dial-again',
    what: 'a person picks up, one code is known',
    carrier: 'Verizon',
    when: 'all',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'dial-again',
  },
  {
    name: 'voicemail-answered',
    what: 'voicemail comes first',
    carrier: 'Verizon',
    when: 'unanswered',
    line: { behaviour: 'voicemail', quirks: { ringSeconds: 1 } },
    outcome: 'voicemail-answered',
    remedy: 'turn-off-voicemail',
  },
  {
    name: 'busy',
    what: 'the line is in use',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'busy' },
    outcome: 'busy',
    remedy: 'hang-up',
  },
  {
    name: 'no-answer',
    what: 'a line that should be busy rings out',
    carrier: 'T-Mobile',
    when: 'busy',
    line: { behaviour: 'rings-out' },
    outcome: 'no-answer',
    remedy: 'keep-line-busy',
    ringing: passMinute,
  },
  {
    name: 'loop',
    what: 'two lines send calls to each other',
    carrier: 'T-Mobile',
    when: 'all',
    line: {},
    outcome: 'loop',
    remedy: 'break-loop',
    before: (example, line) => tieInCircle(example, line, lineOf('Cox', 99)),
  },
  {
    name: 'blocked-geo-permission',
    what: 'the account may not call there',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { blocked: 'geo-permission' },
    outcome: 'blocked',
    remedy: 'ask-carrier',
  },
  {
    name: 'blocked-declined',
    what: 'the line’s carrier declines the call',
    carrier: 'Cox',
    when: 'all',
    line: { blocked: 'declined' },
    outcome: 'blocked',
    remedy: 'ask-carrier',
  },
  {
    name: 'unclear',
    what: 'the call cannot be placed for now',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'voicemail' },
    outcome: 'unclear',
    remedy: 'test-again',
    before: refuseCalls,
  },
];

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

/** Heading, advice and main button of the outcome, and of no other; and the server does not call it verified. */
async function expectFailure(
  page: Page,
  { name, outcome, remedy }: Pick<Failure, 'name' | 'outcome' | 'remedy'>,
  status: string,
): Promise<void> {
  const told = words.outcome[outcome];
  const { advice, action } = words.remedy[remedy];
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
}

/** How the tenant’s forwardings stand, as the server says. */
function forwardingsOf(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    const { forwardings } = await (await fetch('/api/twilio/setup-state')).json();
    return forwardings.map(({ status, test }: { status: string; test: unknown }) => ({ status, test }));
  });
}

/** Lines that the simulator does not have from the start; one each, as a line is tested with pace. */
function lineOf(carrier: Failure['carrier'], index: number): SimulatedLine {
  const last = String(200 + index).padStart(4, '0');
  const kind = carrier === 'Cox' ? 'landline' : 'mobile';
  const area = carrier === 'Bell' ? '416' : '415';
  return { carrier, kind, phoneNumber: `+1${area}234${last}`, display: `(${area}) 234-${last}` };
}
