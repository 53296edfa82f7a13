import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts'],
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
    ],
  },
});
