import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { watchedPage } from './watched-page.ts';

test('a page that moves what it showed, logs an error and throws is seen doing so', async () => {
  const browser = await chromium.launch(await findChromium());
  try {
    const { page, problems, layoutShift } = await watchedPage(await browser.newContext());
    const html = `<div id="late"></div><p style="height: 200px; background: red">text</p><script>
      setTimeout(() => {
        document.getElementById('late').style.height = '150px';
        console.error('wrong');
        document.title = 'moved';
        throw new Error('thrown');
      }, 300);
    </script>`;
    await page.goto(`data:text/html,${encodeURIComponent(html)}`);
    await page.waitForFunction(() => document.title === 'moved');
    expect(await layoutShift()).toBeGreaterThan(0.01);
    expect([...problems()].sort()).toEqual(['error: wrong', 'exception: thrown']);
  } finally {
    await browser.close();
  }
});
