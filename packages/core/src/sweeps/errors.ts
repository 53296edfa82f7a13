import { defineErrors } from '../errors.ts';

/** What running a sweep can fail with, besides what the sweep itself throws. */
export const sweepErrors = defineErrors({
  noSuchSweep: {
    code: 'no-such-sweep',
    status: 404,
    retryable: false,
    title: 'There is no such sweep',
    hint: 'Use one of the names in the message.',
  },
});
