import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'engines',
          include: ['packages/core/test/**/*.test.ts'],
          globalSetup: ['packages/core/test/postgres-server.ts'],
        },
      },
      {
        test: {
          name: 'simulator',
          include: ['packages/twilio-simulator/test/**/*.test.ts', 'packages/webhook/test/**/*.test.ts'],
        },
      },
      './packages/elements/vitest.browser.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['examples/*/test/**/*.test.ts'],
          // Whole programs start here, and a browser: slow by nature, and one at a time because they take ports.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
