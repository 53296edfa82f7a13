import type { TwilioError } from './twilio-error.ts';

/** Placing calls and messages: test calls, verification calls. All come with status 400. */
export const callErrors: readonly TwilioError[] = [
  call(21205, 'The URL is missing or not valid.', 'Give a public http(s) address.'),
  call(21210, 'The calling number is neither yours nor verified.', 'Call from a number of this account.'),
  call(
    21211,
    'The called number is not valid, or is the calling number itself.',
    'Check the number; a Twilio number cannot call itself.',
  ),
  call(21212, 'The calling number is not valid.', 'Send E.164.'),
  call(21213, 'The calling number is missing.', 'Give the number to call from.'),
  call(21214, 'The called number cannot be reached.', 'Check the number with its owner.'),
  call(
    21215,
    'The account may not call this country.',
    'Allow the country under Voice > Settings > Geo permissions in the Twilio console.',
  ),
  call(21216, 'Twilio blocks calls to this number.', 'Nothing can be done in the API; ask Twilio support.'),
  call(21217, 'The called number is not valid.', 'Send E.164.'),
  {
    ...call(
      21219,
      'A trial account calls only verified numbers.',
      'Verify the number or upgrade the account.',
    ),
    error: 'carrierAccount',
  },
  call(
    21220,
    'The call is not in the state for this: it is over, or not answered yet.',
    'Nothing; numberkit looks at the call and ends it another way.',
  ),
  {
    ...call(21608, 'A trial account writes only to verified numbers.', 'Verify the number or upgrade.'),
    error: 'carrierAccount',
  },
];

/** None of them can answer a purchase; if one did, nothing was bought. */
function call(code: number, meaning: string, remedy: string): TwilioError {
  return { code, status: 400, meaning, purchase: 'invalid', error: 'carrierRejected', remedy };
}
