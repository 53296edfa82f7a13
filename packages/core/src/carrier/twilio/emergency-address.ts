import type { CarrierNumber } from '../carrier.ts';
import { readOwnedNumber } from './owned-number.ts';
import { errorOf, errorOfFailure, errorOfNonsense } from './translate.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/**
 * Asks the registry to forget the number's emergency address, which takes a while; the answer says how far it is.
 * Source: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (EmergencyAddressSid)
 */
export async function clearEmergencyAddress(
  client: TwilioClient,
  carrierSid: string,
): Promise<CarrierNumber> {
  const response = await client
    .send({
      method: 'post',
      product: 'api',
      path: accountPath(client, `IncomingPhoneNumbers/${encodeURIComponent(carrierSid)}.json`),
      form: { EmergencyAddressSid: '' },
      repeatable: true,
    })
    .catch((error: unknown) => {
      throw errorOfFailure(error);
    });
  if (!isSuccess(response)) throw errorOf(response);
  const number = readOwnedNumber(response.body);
  if (!number) throw errorOfNonsense(response);
  return number;
}
