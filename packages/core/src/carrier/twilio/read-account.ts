import { isNumberkitError } from '../../errors.ts';
import type { CarrierAccount } from '../carrier.ts';
import { carrierErrors } from '../errors.ts';
import { textOrNull } from './read-body.ts';
import { accountPath, readJson, type TwilioClient } from './twilio-client.ts';

/**
 * Who we are at Twilio. A standard API key may do everything we need and still not read the account itself
 * (https://www.twilio.com/docs/iam/api-keys), so a refusal there is tried once more on the list of numbers.
 */
export async function readAccount(client: TwilioClient): Promise<CarrierAccount> {
  try {
    const body = await readJson(client, {
      method: 'get',
      product: 'api',
      path: `/2010-04-01/Accounts/${client.accountSid}.json`,
      repeatable: true,
    });
    const status = textOrNull(body.status)?.toLowerCase();
    const type = textOrNull(body.type)?.toLowerCase();
    return {
      id: client.accountSid,
      status: status === 'active' || status === 'suspended' || status === 'closed' ? status : null,
      trial: type === undefined ? null : type === 'trial',
    };
  } catch (error) {
    if (!isNumberkitError(error, carrierErrors.carrierCredentials.code)) throw error;
  }
  const path = accountPath(client, 'IncomingPhoneNumbers.json');
  await readJson(client, { method: 'get', product: 'api', path, query: { PageSize: '1' }, repeatable: true });
  return { id: client.accountSid, status: null, trial: null };
}
