import type { CarrierNumber } from '../carrier.ts';
import { readOwnedNumber } from './owned-number.ts';
import { listItems } from './pages.ts';
import { accountPath, type TwilioClient } from './twilio-client.ts';

/** Every number of the account, in pages of a thousand, which is the most that Twilio gives at once. */
export async function* listNumbers(client: TwilioClient): AsyncGenerator<CarrierNumber, void, undefined> {
  const request = {
    method: 'get',
    product: 'api',
    path: accountPath(client, 'IncomingPhoneNumbers.json'),
    query: { PageSize: '1000' },
    repeatable: true,
  } as const;
  for await (const item of listItems(client, request, 'incoming_phone_numbers')) {
    const number = readOwnedNumber(item);
    if (number) yield number;
  }
}
