import { accountErrors } from './account-errors.ts';
import { callErrors } from './call-errors.ts';
import { debuggerErrors } from './debugger-errors.ts';
import { numberErrors } from './number-errors.ts';
import { portingErrors } from './porting-errors.ts';
import type { TwilioError } from './twilio-error.ts';

export type { CarrierErrorName, TwilioError } from './twilio-error.ts';

/**
 * Twilio's error codes that matter to numberkit, in numeric order, with what it makes of each. The page
 * `docs/twilio-errors.md` is generated from this table.
 *
 * @example
 * twilioErrors.find(({ code }) => code === 21422)?.remedy;
 */
export const twilioErrors: readonly TwilioError[] = [
  ...accountErrors,
  ...numberErrors,
  ...callErrors,
  ...portingErrors,
  ...debuggerErrors,
].sort((a, b) => a.code - b.code);
