import { defineErrors } from '../errors.ts';

/** What a carrier call can fail with. The adapter translates the carrier's own codes into these, once. */
export const carrierErrors = defineErrors({
  carrierUnavailable: {
    code: 'carrier-unavailable',
    status: 503,
    retryable: true,
    title: 'The carrier did not answer',
    hint: 'Nothing was bought or changed. Try again in a moment.',
  },
  carrierBusy: {
    code: 'carrier-busy',
    status: 503,
    retryable: true,
    title: 'The carrier asks us to slow down',
    hint: 'The request was not processed. Try again in a few seconds.',
  },
  carrierCredentials: {
    code: 'carrier-credentials',
    status: 502,
    retryable: false,
    title: 'The carrier refused our credentials',
    hint: 'Check the account SID and the auth token or API key, and that they belong to the same account and region.',
  },
  carrierAccount: {
    code: 'carrier-account',
    status: 502,
    retryable: false,
    title: 'The carrier account may not do this',
    hint: 'Look at the account in the Twilio console: trial, suspended, or without this feature.',
  },
  carrierRejected: {
    code: 'carrier-rejected',
    status: 502,
    retryable: false,
    title: 'The carrier rejected the request',
    hint: 'The carrier code in the message tells why; see docs/twilio-errors.md.',
  },
});
