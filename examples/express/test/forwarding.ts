import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { findInClear } from './find-in-clear.ts';
import { codesOf, setUpForwarding, testLine } from './forward-line.ts';
import {
  callLine,
  cox,
  dialOnHandset,
  type SimulatedLine,
  setLine,
  takeHandset,
  tMobile,
  verizon,
} from './simulated-line.ts';
import { type ExampleProgram, type StartedExample, startExample } from './started-example.ts';
import { watchedPage } from './watched-page.ts';

/** A line that is forwarded, and what is seen on the way. */
interface Journey {
  readonly line: SimulatedLine;
  /** What takes its calls when they stay: by that it is proved off. */
  readonly at: 'answers' | 'voicemail';
  readonly when: 'When I do not answer' | 'Always';
  readonly code: RegExp;
  /** What the handset hears, and what the carrier forwards from then on. */
  readonly hears: RegExp;
  readonly part: RegExp;
  readonly undo: string;
}

export const journeys = {
  tMobile: {
    line: tMobile,
    at: 'voicemail',
    when: 'When I do not answer',
    code: /^\*\*004\*[\d ]+#$/,
    hears: /Forwarding active/,
    part: /No answer/,
    undo: '##004#',
  },
  verizon: {
    line: verizon,
    at: 'voicemail',
    when: 'When I do not answer',
    code: /^\*71[\d ]+$/,
    hears: /Two beeps/,
    part: /No answer/,
    undo: '*73',
  },
  cox: {
    line: cox,
    at: 'answers',
    when: 'Always',
    code: /^\*72[\d ,]+$/,
    hears: /Your calls are now being forwarded to this number/,
    part: /All calls/,
    undo: '*73',
  },
} as const satisfies Record<string, Journey>;

/** What happens to people who say that they have dialled, and have not. */
const undialled = [
  {
    what: 'a person picks up',
    line: tMobile,
    at: 'answers',
    shown: 'The call stayed with your phone',
    advice: 'let the phone ring, and do not pick up',
  },
  {
    what: 'the voicemail of the line answers',
    line: verizon,
    at: 'voicemail',
    shown: 'Voicemail took the call',
    advice: 'Ask your phone company to switch its voicemail off',
  },
] as const;

const TENANT = 'Bright Smile Dental';
const GREETING = /Thanks for calling Bright Smile Dental/;

/** What every example must do in a browser with a line that is kept: forward it, prove it, take a call, and undo it. */
export function testForwarding(program: ExampleProgram, lines: readonly Journey[]): void {
  let example: StartedExample;
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(await findChromium());
  });
  afterAll(() => browser?.close());

  /** The page of the SaaS and the simulator’s, both of one visitor to an example of its own. */
  async function visit(act: (page: Page, phone: Page) => Promise<void>): Promise<void> {
    example = await startExample(program);
    try {
      const context = await browser.newContext();
      const [watched, handset] = [await watchedPage(context), await watchedPage(context)];
      await act(watched.page, handset.page);
      const problems = [...watched.problems(), ...handset.problems()];
      // A test that comes sooner than people are is refused, and Chromium logs that.
      expect(problems.filter((problem) => !problem.includes('status of 429'))).toEqual([]);
      await context.close();
    } finally {
      await example.stop();
    }
  }

  describe(`${program.name}: a tenant keeps its number`, () => {
    test.each(lines)(
      '$line.carrier: dialled, proved, called by a stranger, undone, and proved off',
      (journey) =>
        visit(async (page, phone) => {
          const startedAt = performance.now();
          const { line } = journey;
          await setLine(example, line, journey.at, 1);
          await setUpForwarding(page, example, TENANT, line, journey.when);
          const codes = await codesOf(page);
          expect(codes).toEqual([expect.stringMatching(journey.code)]);
          await takeHandset(phone, example, line);
          for (const code of codes) await dialOnHandset(phone, code, journey.part);
          await phone.getByTestId('heard').getByText(journey.hears).waitFor();
          await testLine(page, 'Forwarding works');
          await callLine(phone, GREETING);

          // A voicemail that answers sooner would not prove that the line rang.
          await setLine(example, line, journey.at, 11);
          await page.getByRole('button', { name: 'Stop forwarding' }).click();
          await page.getByRole('heading', { name: 'Dial this to turn it off' }).waitFor();
          const undo = await codesOf(page);
          expect(undo).toEqual([journey.undo]);
          for (const code of undo) await dialOnHandset(phone, code, /To the line itself/);
          await testLine(page, 'Forwarding is off');
          await page.getByRole('button', { name: 'Show my number' }).click();
          await page.getByRole('button', { name: 'Forward my old number here' }).waitFor();
          const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
          console.log(`Forwarding ${line.carrier}: set up, proved, undone in ${seconds} s`);
          for (const each of [line.phoneNumber, ...(await numbersOf(example))]) {
            expect(findInClear(example, each)).toEqual([]);
          }
        }),
    );

    test.each(undialled)(
      'nothing is dialled and $what: that is what the page says, and how to go on',
      (trial) =>
        visit(async (page) => {
          await setLine(example, trial.line, trial.at, 1);
          await setUpForwarding(page, example, TENANT, trial.line, 'When I do not answer');
          await testLine(page, trial.shown);
          await page.getByText(trial.advice).waitFor();
          await page.getByRole('button', { name: 'Test again' }).waitFor();
          expect(await page.getByText('Forwarding works').count()).toBe(0);
          expect(await statusesOf(page)).toEqual(['setting-up']);
        }),
    );
  });
}

/** All that the account has: the tenant’s, and the one that test calls come from. */
async function numbersOf({ simulatorUrl }: StartedExample): Promise<readonly string[]> {
  const { numbers } = await (await fetch(`${simulatorUrl}/_simulator/numbers`)).json();
  expect(numbers).toHaveLength(2);
  return numbers.map(({ phoneNumber }: { phoneNumber: string }) => phoneNumber);
}

/** How the tenant’s forwardings stand, as the server says. */
function statusesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { forwardings } = await (await fetch('/api/twilio/setup-state')).json();
    return forwardings.map(({ status }: { status: string }) => status);
  });
}
