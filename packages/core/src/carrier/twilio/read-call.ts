import type { CarrierCall } from '../carrier.ts';
import { readCallRecord } from './call-record.ts';
import { errorOf, errorOfFailure, errorOfNonsense, isNotFound } from './translate.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/** A call of the account as it stands now; `undefined` when Twilio has none of that SID. */
export async function readCall(client: TwilioClient, callSid: string): Promise<CarrierCall | undefined> {
  const response = await client
    .send({ method: 'get', product: 'api', path: callPath(client, callSid), repeatable: true })
    .catch((error: unknown) => {
      throw errorOfFailure(error);
    });
  if (isNotFound(response)) return undefined;
  if (!isSuccess(response)) throw errorOf(response);
  const call = readCallRecord(response.body);
  if (!call) throw errorOfNonsense(response);
  return call;
}

/** Path of one call. */
export function callPath(client: TwilioClient, callSid: string): string {
  return accountPath(client, `Calls/${encodeURIComponent(callSid)}.json`);
}
