import type { RefusalReason } from '../../carrier.ts';
import type { TwilioError } from './twilio-error.ts';

/** Buying, configuring and moving numbers. All come with status 400. */
export const numberErrors: readonly TwilioError[] = [
  {
    ...rejected(21404, 'account', 'A trial account may have only one number.'),
    error: 'carrierAccount',
    remedy: 'Upgrade the Twilio account.',
  },
  rejected(21401, 'invalid', 'The phone number is not valid.', 'Send E.164, as a search returned it.'),
  rejected(21402, 'invalid', 'A URL is not valid.', 'Give a public http(s) address for voice webhooks.'),
  rejected(
    21405,
    'invalid',
    'A fallback URL was given without a URL.',
    'Give the voice URL together with its fallback.',
  ),
  rejected(21421, 'invalid', 'The phone number is not valid.', 'Send E.164, as a search returned it.'),
  rejected(
    21422,
    'unavailable',
    'The number is not for sale: sold meanwhile, reserved, or not Twilio’s.',
    'Try the next candidate. After a lost answer, look first whether the number is already yours.',
  ),
  rejected(21450, 'invalid', 'The number is verified already.', 'Nothing to do.'),
  rejected(
    21451,
    'invalid',
    'The area code is not valid.',
    'Give three digits of a US or Canadian area code.',
  ),
  rejected(
    21452,
    'unavailable',
    'The area code has no numbers left.',
    'Search in an area code nearby; search answers with suggestions.',
  ),
  rejected(21613, 'restricted', 'The number needs a certified address.', 'Choose another number.'),
  rejected(21615, 'restricted', 'The number needs a local address.', 'Choose another number.'),
  rejected(
    21628,
    'restricted',
    'The address could not be validated.',
    'Correct the address in the Twilio console, or choose another number.',
  ),
  rejected(
    21629,
    'restricted',
    'Twilio suggests another spelling of the address.',
    'Accept the suggestion in the Twilio console, or choose another number.',
  ),
  rejected(21631, 'restricted', 'The number needs an address.', 'Choose another number.'),
  rejected(21648, 'invalid', 'The bundle is in use and cannot be deleted.', 'Take it off its numbers first.'),
  rejected(21649, 'restricted', 'The number needs an approved bundle.', 'Choose another number.'),
  rejected(21650, 'restricted', 'The number needs a verified identity document.', 'Choose another number.'),
  rejected(
    21651,
    'restricted',
    'The document does not satisfy the country’s rules.',
    'Give another document in the Twilio console, or choose another number.',
  ),
  rejected(
    80601,
    'unavailable',
    'The number sits in a number pool.',
    'Choose another number, or take it out of its pool in the Twilio console.',
  ),
  rejected(
    21473,
    'account',
    'The account that should receive the number is not of the same family.',
    'Numbers move only between a main account and its own subaccounts.',
  ),
  rejected(
    21474,
    'account',
    'Only the parent account may transfer numbers.',
    'Use the credentials of the parent account.',
  ),
  rejected(22121, 'invalid', 'A hosted number cannot be transferred.', 'Nothing can be done in the API.'),
  rejected(
    22221,
    'invalid',
    'The emergency address is not registered.',
    'Wait until its status is `registered`, then try again.',
  ),
  rejected(22222, 'invalid', 'The emergency status cannot be set.', 'Set the emergency address instead.'),
];

function rejected(code: number, purchase: RefusalReason, meaning: string, remedy = ''): TwilioError {
  return { code, status: 400, meaning, purchase, error: 'carrierRejected', remedy };
}
