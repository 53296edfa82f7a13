import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/chromium.ts';

export default defineConfig(async () => ({
  root: import.meta.dirname,
  optimizeDeps: { include: ['lit', 'uqr', 'axe-core'] },
  test: {
    name: 'browser',
    include: ['src/**/*.browser.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await findChromium() }),
      viewport: { width: 960, height: 900 },
      instances: [{ browser: 'chromium' as const }],
    },
  },
}));
