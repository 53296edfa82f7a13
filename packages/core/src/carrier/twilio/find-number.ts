import type { CarrierNumber } from '../carrier.ts';
import { readOwnedNumber } from './owned-number.ts';
import { textOrNull } from './read-body.ts';
import type { TwilioRequest } from './transport.ts';
import { accountPath, readJson, type TwilioClient } from './twilio-client.ts';

const PAGES_AT_MOST = 20;

/** The number of exactly this E.164. Twilio's `PhoneNumber` filter matches parts, so equality is checked here. */
export async function findNumber(
  client: TwilioClient,
  phoneNumber: string,
): Promise<CarrierNumber | undefined> {
  let request: TwilioRequest | undefined = {
    method: 'get',
    product: 'api',
    path: accountPath(client, 'IncomingPhoneNumbers.json'),
    query: { PhoneNumber: phoneNumber, PageSize: '50' },
    repeatable: true,
  };
  for (let page = 0; request && page < PAGES_AT_MOST; page += 1) {
    const body = await readJson(client, request);
    const listed: readonly unknown[] = Array.isArray(body.incoming_phone_numbers)
      ? body.incoming_phone_numbers
      : [];
    const found = listed.map(readOwnedNumber).find((number) => number?.phoneNumber === phoneNumber);
    if (found) return found;
    request = nextPage(body.next_page_uri);
  }
  return undefined;
}

/** Only path and query of the address are used, so that an answer cannot send our credentials elsewhere. */
function nextPage(uri: unknown): TwilioRequest | undefined {
  const text = textOrNull(uri);
  if (text === null || !URL.canParse(text, 'https://api.twilio.com')) return undefined;
  const { pathname, searchParams } = new URL(text, 'https://api.twilio.com');
  return {
    method: 'get',
    product: 'api',
    path: pathname,
    query: Object.fromEntries(searchParams),
    repeatable: true,
  };
}
