import type { CarrierNumber } from '../carrier.ts';
import { readOwnedNumber } from './owned-number.ts';
import { listItems } from './pages.ts';
import { accountPath, type TwilioClient } from './twilio-client.ts';

const PAGES_AT_MOST = 20;

/** The number of exactly this E.164. Twilio's `PhoneNumber` filter matches parts, so equality is checked here. */
export async function findNumber(
  client: TwilioClient,
  phoneNumber: string,
): Promise<CarrierNumber | undefined> {
  const request = {
    method: 'get',
    product: 'api',
    path: accountPath(client, 'IncomingPhoneNumbers.json'),
    query: { PhoneNumber: phoneNumber, PageSize: '50' },
    repeatable: true,
  } as const;
  for await (const item of listItems(client, request, 'incoming_phone_numbers', PAGES_AT_MOST)) {
    const number = readOwnedNumber(item);
    if (number?.phoneNumber === phoneNumber) return number;
  }
  return undefined;
}
