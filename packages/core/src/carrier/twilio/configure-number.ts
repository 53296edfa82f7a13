import type { CarrierNumber, NumberSettings } from '../carrier.ts';
import { readOwnedNumber, settingsForm } from './owned-number.ts';
import { errorOf, errorOfFailure, errorOfNonsense } from './translate.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/** Points a number at our webhook. The same settings twice are the same settings, so it may be sent again. */
export async function configureNumber(
  client: TwilioClient,
  carrierSid: string,
  settings: NumberSettings,
): Promise<CarrierNumber> {
  const response = await client
    .send({
      method: 'post',
      product: 'api',
      path: accountPath(client, `IncomingPhoneNumbers/${encodeURIComponent(carrierSid)}.json`),
      form: settingsForm(settings),
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
