import { defineErrors } from '../errors.ts';

/** What forwarding a line can fail with. */
export const forwardingErrors = defineErrors({
  invalidLine: {
    code: 'invalid-line',
    status: 400,
    retryable: false,
    title: 'Not a phone number',
    hint: 'Write the number of the line as people of its country do, or with + and the country code.',
  },
  lineNotAllowed: {
    code: 'line-not-allowed',
    status: 422,
    retryable: false,
    title: 'This line cannot be forwarded here',
    hint: 'The field named in `errors` says why. Name an ordinary fixed, mobile or VoIP line of a country in `forwarding.countries`.',
  },
  lineIsOurs: {
    code: 'line-is-ours',
    status: 409,
    retryable: false,
    title: 'This line is one of our own numbers',
    hint: 'Name the phone number that the business had before; our numbers are where its calls go.',
  },
  invalidForwarding: {
    code: 'invalid-forwarding',
    status: 400,
    retryable: false,
    title: 'The forwarding is not well formed',
    hint: 'The field named in `errors` says what to change.',
  },
  noNumberNear: {
    code: 'no-number-near',
    status: 409,
    retryable: true,
    title: 'No number could be found for this line',
    hint: 'Nothing was bought. Buy a number for the tenant anywhere, then start again: it will be used.',
  },
  forwardingNotFound: {
    code: 'forwarding-not-found',
    status: 404,
    retryable: false,
    title: 'No such forwarding',
    hint: 'Use an id (`fwd_…`) that starting a forwarding of this tenant returned.',
  },
  testNotFound: {
    code: 'test-not-found',
    status: 404,
    retryable: false,
    title: 'No such test',
    hint: 'Use an id (`fwt_…`) that a test of this tenant returned.',
  },
  testLimitReached: {
    code: 'test-limit-reached',
    status: 429,
    retryable: true,
    title: 'A limit on test calls is reached',
    hint: 'Wait until the day ends (UTC), or raise the limit in the option `forwarding.limits`.',
  },
  testTooSoon: {
    code: 'test-too-soon',
    status: 429,
    retryable: true,
    title: 'The line was tested a moment ago',
    hint: 'Wait a little; a line that is not proved yet is tested again after 30 seconds, then 1, 2 and 5 minutes.',
  },
  lineBeingTested: {
    code: 'line-being-tested',
    status: 409,
    retryable: true,
    title: 'This line, or its number, is in another test',
    hint: 'Wait until that test is done, two minutes at most.',
  },
  noVerifier: {
    code: 'no-verifier',
    status: 503,
    retryable: true,
    title: 'There is no number to place the test call from',
    hint: 'Name a number of the carrier account in the option `forwarding.verifier`, or keep one in the pool.',
  },
});
