import { defineErrors } from '../errors.ts';

/** What the pool can fail with, besides what buying a number can. */
export const poolErrors = defineErrors({
  poolEmpty: {
    code: 'pool-empty',
    status: 409,
    retryable: true,
    title: 'No pooled number is near',
    hint: 'Search and buy a number live, or fill the pool with `pool.prebuy` and claim again.',
  },
  invalidClaim: {
    code: 'invalid-claim',
    status: 400,
    retryable: false,
    title: 'The claim is not well formed',
    hint: 'Name one of `areaCode`, `near` and `phoneNumber`; the field named in `errors` says what to change.',
  },
  invalidPrebuy: {
    code: 'invalid-prebuy',
    status: 400,
    retryable: false,
    title: 'The order for the pool is not well formed',
    hint: 'Name area codes of local numbers in the US or Canada, and how many numbers the pool is to hold in each.',
  },
  invalidPoolPolicy: {
    code: 'invalid-pool-policy',
    status: 500,
    retryable: false,
    title: 'The `pool` option is not usable',
    hint: 'Correct the field that the message names.',
  },
});
