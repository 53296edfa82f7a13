import { asRecord } from './read-body.ts';
import { errorOf, errorOfFailure, errorOfNonsense } from './translate.ts';
import type { Transport, TwilioRequest, TwilioResponse } from './transport.ts';

/** What every operation of the adapter works with. */
export interface TwilioClient {
  readonly accountSid: string;
  readonly send: Transport;
}

/** The JSON object that a successful answer carries; throws the translated error otherwise. */
export async function readJson(
  client: TwilioClient,
  request: TwilioRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await client.send(request).catch((error: unknown) => {
    throw errorOfFailure(error);
  });
  if (!isSuccess(response)) throw errorOf(response);
  const body = asRecord(response.body);
  if (!body) throw errorOfNonsense(response);
  return body;
}

/** Did Twilio do what was asked? */
export function isSuccess(response: TwilioResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Path of a resource of the account, such as `IncomingPhoneNumbers.json`. */
export function accountPath(client: TwilioClient, resource: string): string {
  return `/2010-04-01/Accounts/${client.accountSid}/${resource}`;
}
