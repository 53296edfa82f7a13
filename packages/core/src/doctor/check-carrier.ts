import type { Carrier } from '../carrier/index.ts';
import { isNumberkitError } from '../errors.ts';
import { type Check, failed, ok, warning } from './check.ts';

/** Do the credentials work, and may the account do what we need? */
export async function checkCarrier(carrier: Carrier): Promise<Check> {
  try {
    const { id, status, trial } = await carrier.readAccount();
    if (status === 'suspended' || status === 'closed') {
      const remedy = 'Look at the account in the Twilio console: billing, or a message from Twilio.';
      return failed('carrier', `The account ${id} is ${status}.`, remedy);
    }
    if (trial) {
      return warning(
        'carrier',
        `The account ${id} is a trial account: it may have one number and ring verified ones only.`,
        'Upgrade it in the Twilio console before tenants need numbers.',
      );
    }
    const unread = status === null ? '; these credentials may not read its status' : '';
    return ok('carrier', `The credentials work for ${id}${unread}.`);
  } catch (error) {
    if (!isNumberkitError(error)) throw error;
    return failed('carrier', `${error.title}: ${error.message}`, error.hint);
  }
}
