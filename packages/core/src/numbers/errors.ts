import { defineErrors } from '../errors.ts';

/** What buying and looking at numbers can fail with. */
export const numberErrors = defineErrors({
  numberUnavailable: {
    code: 'number-unavailable',
    status: 409,
    retryable: false,
    title: 'The number is taken',
    hint: 'Nothing was charged. Choose one of `alternatives`, or search again.',
  },
  numberRestricted: {
    code: 'number-restricted',
    status: 422,
    retryable: false,
    title: 'The number cannot be bought at once',
    hint: 'It needs an address, a bundle or a document at the carrier. Choose another number.',
  },
  invalidPhoneNumber: {
    code: 'invalid-phone-number',
    status: 400,
    retryable: false,
    title: 'Not a phone number we can buy',
    hint: 'Send a US or Canadian number in E.164 form, such as +14155550142, as a search returned it.',
  },
  invalidPurchase: {
    code: 'invalid-purchase',
    status: 400,
    retryable: false,
    title: 'The purchase is not well formed',
    hint: 'The field named in `errors` says what to change.',
  },
  idempotencyConflict: {
    code: 'idempotency-conflict',
    status: 409,
    retryable: false,
    title: 'The idempotency key was used for another request',
    hint: 'Use a new key for a new purchase; send the same body with the same key to ask again.',
  },
  wrongState: {
    code: 'wrong-state',
    status: 409,
    retryable: false,
    title: 'The number is not in a state that allows this',
    hint: 'Look at the number: it is being bought, resting, being released, or gone already.',
  },
  wrongOwner: {
    code: 'wrong-owner',
    status: 409,
    retryable: false,
    title: 'The number belongs to another tenant',
    hint: 'Somebody may have moved it meanwhile; look at `numbers.history`.',
  },
  forwardingNotOff: {
    code: 'forwarding-not-off',
    status: 409,
    retryable: false,
    title: 'A line may still forward its calls to this number',
    hint: 'Cancel the forwarding, dial its code to turn it off, and test it: once a test has shown that it is off, try again.',
  },
  invalidTransfer: {
    code: 'invalid-transfer',
    status: 400,
    retryable: false,
    title: 'The transfer is not well formed',
    hint: 'Name two different tenants.',
  },
  invalidReclaim: {
    code: 'invalid-reclaim',
    status: 400,
    retryable: false,
    title: 'The reclaim is not well formed',
    hint: 'Name a tenant or a number, and a grace period of 0 to 3650 days.',
  },
  numberNotFound: {
    code: 'number-not-found',
    status: 404,
    retryable: false,
    title: 'No such number',
    hint: 'Use an id (`num_…`) that a purchase of this tenant returned.',
  },
});
