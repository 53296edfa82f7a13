import { expect } from 'vitest';

/** Looks until the expectation holds, patiently: real sockets on a busy machine take their time. */
export const eventually: typeof expect.poll = (look, options) =>
  expect.poll(look, { timeout: 10_000, interval: 10, ...options });
