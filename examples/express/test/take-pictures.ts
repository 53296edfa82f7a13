import path from 'node:path';
import type { Page } from 'playwright-core';

const artifacts = path.resolve(import.meta.dirname, '../../../.artifacts');

/** The ways to look at a page. */
const looks = {
  'light-960': { width: 960, colorScheme: 'light', dir: 'ltr' },
  'dark-960': { width: 960, colorScheme: 'dark', dir: 'ltr' },
  'light-360': { width: 360, colorScheme: 'light', dir: 'ltr' },
  'rtl-960': { width: 960, colorScheme: 'light', dir: 'rtl' },
  'rtl-360': { width: 360, colorScheme: 'light', dir: 'rtl' },
} as const;

/** Takes a picture of the page as it is, in every look, into `.artifacts/{folder}/{look}/{name}.png`. */
export async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const [lookName, { width, colorScheme, dir }] of Object.entries(looks)) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate((wanted) => document.documentElement.setAttribute('dir', wanted), dir);
    await page.screenshot({ path: path.join(artifacts, folder, lookName, `${name}.png`), fullPage: true });
  }
}
