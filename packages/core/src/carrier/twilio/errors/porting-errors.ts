import type { TwilioError } from './twilio-error.ts';

/** Moving a number here from another carrier. All come with status 400, most also inside a portability answer. */
export const portingErrors: readonly TwilioError[] = [
  port(22102, 'The number to port is not valid.', 'Send E.164.'),
  port(22130, 'Numbers of this kind cannot be ported.', 'Forward the number instead.'),
  port(22131, 'The number is in this account already.', 'Use it as it is.'),
  port(22132, 'The number belongs to another Twilio customer.', 'The other customer must transfer it.'),
  port(22133, 'The number can be ported only by hand.', 'Ask for the port in the Twilio console.'),
  port(22135, 'Twilio could not check the number.', 'Try again later.'),
  port(22136, 'The number is in another account of yours.', 'Transfer it between your accounts.'),
  port(22137, 'A port of this number is under way.', 'Wait for it, or cancel it first.'),
  port(22171, 'Required fields are missing.', 'Complete the request; the message names the fields.'),
];

function port(code: number, meaning: string, remedy: string): TwilioError {
  return { code, status: 400, meaning, purchase: 'invalid', error: 'carrierRejected', remedy };
}
