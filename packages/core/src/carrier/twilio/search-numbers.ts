import type { AvailableNumber, CarrierSearch } from '../carrier.ts';
import { readAvailableNumber } from './available-number.ts';
import { asRecord } from './read-body.ts';
import { errorCode, errorOf, errorOfFailure, errorOfNonsense } from './translate.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/** Twilio answers about 30 numbers whatever is asked, and has no further pages (twilio-node#316). */
const RESULTS_AT_MOST = 30;
const NO_SUCH_TYPE = 20404;

/** Numbers for sale that match, in Twilio's order. A country that does not sell this type has none. */
export async function searchNumbers(
  client: TwilioClient,
  search: CarrierSearch,
): Promise<readonly AvailableNumber[]> {
  const kind = search.type === 'toll-free' ? 'TollFree' : 'Local';
  const country = encodeURIComponent(search.country);
  const response = await client
    .send({
      method: 'get',
      product: 'api',
      path: accountPath(client, `AvailablePhoneNumbers/${country}/${kind}.json`),
      query: searchQuery(search),
      repeatable: true,
    })
    .catch((error: unknown) => {
      throw errorOfFailure(error);
    });
  if (response.status === 404 && errorCode(response) === NO_SUCH_TYPE) return [];
  if (!isSuccess(response)) throw errorOf(response);
  const listed = asRecord(response.body)?.available_phone_numbers;
  if (!Array.isArray(listed)) throw errorOfNonsense(response);
  return listed
    .map((item: unknown) => readAvailableNumber(item, search))
    .filter((number) => number !== undefined)
    .slice(0, search.limit);
}

/** The query parameters of AvailablePhoneNumbers. */
export function searchQuery(search: CarrierSearch): Record<string, string> {
  const near = search.near;
  return {
    PageSize: String(Math.min(Math.max(search.limit, 1), RESULTS_AT_MOST)),
    ...(search.areaCode && { AreaCode: search.areaCode }),
    ...(search.contains && { Contains: search.contains }),
    ...(search.locality && { InLocality: search.locality }),
    ...(search.region && { InRegion: search.region }),
    ...(search.postalCode && { InPostalCode: search.postalCode }),
    ...(near && 'phoneNumber' in near && { NearNumber: near.phoneNumber }),
    ...(near && 'latitude' in near && { NearLatLong: `${near.latitude},${near.longitude}` }),
    // Distance is only allowed together with a point to measure from.
    ...(near && search.distanceMiles && { Distance: String(Math.round(search.distanceMiles)) }),
    ...(search.excludeAddressRequired && { ExcludeAllAddressRequired: 'true' }),
    ...(search.voiceOnly && { VoiceEnabled: 'true' }),
  };
}
