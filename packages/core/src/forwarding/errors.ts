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
});
