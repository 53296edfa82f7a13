import type { Page } from 'playwright-core';
import { forwardingScenes } from './forwarding-scenes.ts';
import type { Scene } from './scene.ts';

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();
const get = (page: Page) => press(page, /^(Get number|Nummer bestellen)$/);

const type = async (page: Page, field: '#place' | '#vanity', text: string) => {
  await page.locator(field).fill(text);
  await page.clock.runFor(300);
};

/** Every state of `<phone-setup>` that somebody can see. */
export const scenes: Readonly<Record<string, Scene>> = {
  choose: { begins: 'choose' },
  'choose-forward': {
    begins: 'choose',
    act: async (page) => {
      await page.getByRole('radio').nth(1).check();
    },
  },
  'not-open-here': {
    begins: 'choose',
    act: async (page) => {
      await page.getByRole('radio').nth(2).check();
      await press(page, /^(Continue|Weiter)$/);
    },
  },
  opening: { begins: 'opening' },
  searching: { begins: 'searching' },
  'searching-slow': { begins: 'searching', act: (page) => page.clock.runFor(4_100) },
  results: { begins: 'pick' },
  ready: { begins: 'ready' },
  'results-from-choose': {
    begins: 'choose',
    act: (page) => press(page, /^(Continue|Weiter)$/),
  },
  'results-all': {
    begins: 'pick',
    act: (page) => press(page, /^(Show more numbers|Weitere Nummern anzeigen)$/),
  },
  'area-code': { begins: 'pick', act: (page) => press(page, /415/) },
  vanity: { begins: 'pick', act: (page) => type(page, '#vanity', 'cool') },
  'vanity-empty': { begins: 'pick', act: (page) => type(page, '#vanity', 'zzzzz') },
  empty: { begins: 'pick', act: (page) => type(page, '#place', 'Nowhere') },
  'search-failed': {
    begins: 'search-failed',
    act: async (page) => {
      await page.clock.runFor(1_000);
      await page.clock.runFor(1_000);
    },
  },
  'ask-place': { begins: 'ask-place' },
  'unknown-place': { begins: 'unknown-place' },
  taken: { begins: 'taken', act: get },
  progress: { begins: 'ordering', act: get },
  'progress-slow': {
    begins: 'pending',
    act: async (page) => {
      await get(page);
      await page.clock.runFor(4_500);
    },
  },
  'pending-long': {
    begins: 'pending',
    act: async (page) => {
      await get(page);
      await page.clock.runFor(15_500);
    },
  },
  left: {
    begins: 'pending',
    act: async (page) => {
      await get(page);
      await page.clock.runFor(15_500);
      await press(page, /^(Finish without me|Ohne mich abschließen)$/);
    },
  },
  live: { begins: 'live' },
  'live-after-order': { begins: 'pick', act: get },
  'order-refused': { begins: 'limit', act: get },
  'order-unknown': {
    begins: 'unknown',
    act: async (page) => {
      await get(page);
      await page.clock.runFor(2_000);
      await page.clock.runFor(4_000);
    },
  },
  unreachable: { begins: 'unreachable', act: (page) => page.clock.runFor(2_000) },
  offline: {
    begins: 'pick',
    act: async (page) => {
      await page.context().setOffline(true);
      await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    },
  },
  ...forwardingScenes,
};
