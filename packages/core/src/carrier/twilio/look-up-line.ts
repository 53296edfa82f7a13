import type { CarrierLine } from '../carrier.ts';
import { asRecord, textOrNull } from './read-body.ts';
import { errorOf, errorOfFailure, isNotFound } from './translate.ts';
import { isSuccess, type TwilioClient } from './twilio-client.ts';

/** Twilio knows more kinds; those left out are no lines that people own, or are unknown to it too. */
const KINDS: ReadonlyMap<unknown, CarrierLine['kind']> = new Map([
  ['landline', 'landline'],
  ['mobile', 'mobile'],
  ['fixedVoip', 'voip'],
  ['nonFixedVoip', 'voip'],
  ['tollFree', 'toll-free'],
]);

/**
 * Whose line that is. Each answer is charged, so a lost one is not asked for again. Canadian lines need an approval of
 * Twilio's (60601), and are unknown without it.
 * Source: https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence
 */
export async function lookUpLine(client: TwilioClient, phoneNumber: string): Promise<CarrierLine> {
  const response = await client
    .send({
      method: 'get',
      product: 'lookups',
      path: `/v2/PhoneNumbers/${encodeURIComponent(phoneNumber)}`,
      query: { Fields: 'line_type_intelligence' },
      repeatable: false,
    })
    .catch((error: unknown) => {
      throw errorOfFailure(error);
    });
  if (isNotFound(response)) return { carrierName: null, kind: null };
  if (!isSuccess(response)) throw errorOf(response);
  return readLine(response.body);
}

/** What a Lookup answer says of a line; what it does not know is null. */
export function readLine(body: unknown): CarrierLine {
  const line = asRecord(asRecord(body)?.line_type_intelligence);
  return {
    carrierName: textOrNull(line?.carrier_name),
    kind: KINDS.get(line?.type) ?? null,
  };
}
