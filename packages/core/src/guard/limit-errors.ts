import { defineErrors } from '../errors.ts';

/** Refusals by the limits on spending. */
export const limitErrors = defineErrors({
  limitReached: {
    code: 'limit-reached',
    status: 403,
    retryable: false,
    title: 'A purchase limit is reached',
    hint: 'Wait until the day ends (UTC), release a number, or raise the limit in the `limits` option.',
  },
  priceUnknown: {
    code: 'price-unknown',
    status: 503,
    retryable: true,
    title: 'The price could not be read',
    hint: 'A limit on money is set, so nothing is bought at an unknown price. Try again in a moment.',
  },
});
