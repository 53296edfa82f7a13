import { defineConfig } from 'vitest/config';

// Long enough that only what hangs meets it: how fast something is, a benchmark says, not a test on a busy machine.
const untilItIs = { poll: { timeout: 20_000 } };
const patient = { testTimeout: 30_000, hookTimeout: 60_000, expect: untilItIs };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...patient,
          include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'engines',
          ...patient,
          include: ['packages/core/test/**/*.test.ts'],
          globalSetup: ['packages/core/test/postgres-server.ts'],
        },
      },
      {
        test: {
          name: 'simulator',
          ...patient,
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
          expect: untilItIs,
          fileParallelism: false,
        },
      },
    ],
  },
});
