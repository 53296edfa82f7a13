import type { Page } from 'playwright-core';
import type { Scene } from './scene.ts';

const primary = (page: Page) => page.locator('numberkit-forwarding [part=primary]').click();

const chooseForward = async (page: Page) => {
  await page.getByRole('radio').nth(1).check();
  await page.locator('numberkit-choose-path [part=primary]').click();
  await page.locator('#line').waitFor();
};

const giveLine = async (page: Page) => {
  await chooseForward(page);
  await page.locator('#line').pressSequentially('5105550199');
  await primary(page);
};

const toCarriers = async (page: Page) => {
  await giveLine(page);
  await page.locator('#carrier').waitFor();
};

const pickVerizon = async (page: Page) => {
  await toCarriers(page);
  await page.locator('#carrier').fill('veri');
  await page.locator('input[name=carrier]').first().check();
};

const toWhen = async (page: Page) => {
  await pickVerizon(page);
  await primary(page);
  await page.locator('input[name=when]').first().waitFor();
};

/** "I have done it", and what a test call shows. */
const done = async (page: Page) => {
  await page.locator('phone-dial-guide').waitFor();
  await primary(page);
  await page.locator('numberkit-forwarding .seal, numberkit-forwarding .stages').first().waitFor();
};

const after = (milliseconds: number) => (page: Page) => page.clock.runFor(milliseconds);

const press = (name: string) => (page: Page) => page.locator(`phone-dial-guide .${name}`).click();

const outcomes = [
  'verified',
  'not-forwarded',
  'dial-again',
  'picked-up',
  'voicemail',
  'busy',
  'keep-busy',
  'no-answer',
  'loop',
  'blocked',
  'unclear',
  'still',
  'unproved',
  'off',
] as const;

const still = [
  'guide',
  'guide-gsm',
  'guide-landline',
  'guide-steps',
  'guide-settings',
  'guide-ask',
  'guide-unknown',
  'queued',
  'calling',
  'ringing',
  'came-back',
  'ringing-busy',
  'ringing-off',
  'broken',
  'broken-voicemail',
  'undo',
  'live',
] as const;

/** Every state of forwarding that somebody can see. */
export const forwardingScenes: Readonly<Record<string, Scene>> = {
  'forward-loading': {
    begins: 'forward-line',
    act: async (page) => {
      await page.route('**/*.js', () => {});
      await page.getByRole('radio').nth(1).check();
      await page.locator('numberkit-choose-path [part=primary]').click();
      await page.clock.runFor(4_500);
    },
  },
  'forward-not-loaded': {
    begins: 'forward-line',
    act: async (page) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.getByRole('radio').nth(1).check();
      await page.locator('numberkit-choose-path [part=primary]').click();
      await page.locator('numberkit-message').waitFor();
    },
  },
  'forward-line': { begins: 'forward-line', act: chooseForward },
  'forward-line-short': {
    begins: 'forward-line',
    act: async (page) => {
      await chooseForward(page);
      await page.locator('#line').pressSequentially('51055');
      await page.locator('#line').blur();
    },
  },
  'forward-line-refused': { begins: 'forward-refused', act: giveLine },
  'forward-carriers': { begins: 'forward-line', act: toCarriers },
  'forward-carriers-all': {
    begins: 'forward-line',
    act: async (page) => {
      await toCarriers(page);
      await page.locator('button.more').click();
    },
  },
  'forward-carriers-suggested': { begins: 'forward-suggested', act: toCarriers },
  'forward-carriers-verizon': { begins: 'forward-line', act: pickVerizon },
  'forward-carriers-none': {
    begins: 'forward-line',
    act: async (page) => {
      await toCarriers(page);
      await page.locator('#carrier').fill('zzz');
    },
  },
  'forward-when': { begins: 'forward-line', act: toWhen },
  'forward-starting': {
    begins: 'forward-starting',
    act: async (page) => {
      await toWhen(page);
      await primary(page);
    },
  },
  'forward-no-number': {
    begins: 'forward-no-number',
    act: async (page) => {
      await toWhen(page);
      await primary(page);
    },
  },
  ...Object.fromEntries(still.map((name) => [`forward-${name}`, { begins: `forward-${name}` } as const])),
  'forward-guide-playing': {
    begins: 'forward-guide',
    act: async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await press('play')(page);
      await page.clock.runFor(2_200);
      await press('pause')(page);
    },
  },
  'forward-guide-stepped': {
    begins: 'forward-guide-landline',
    act: async (page) => {
      for (let step = 0; step < 4; step++) await press('forward')(page);
      await page.locator('summary').click();
    },
  },
  'forward-ringing-long': { begins: 'forward-ringing', act: after(15_500) },
  'forward-too-soon': {
    begins: 'forward-too-soon',
    act: async (page) => {
      await done(page);
      await page.clock.runFor(1_000);
      await page.clock.runFor(1_500);
    },
  },
  'forward-lost': {
    begins: 'forward-lost',
    act: async (page) => {
      await page.clock.runFor(1_000);
      await page.clock.runFor(1_500);
    },
  },
  ...Object.fromEntries(
    outcomes.map((name) => [`forward-${name}`, { begins: `forward-${name}`, act: done } as const]),
  ),
};
