import { textOrNull } from './read-body.ts';
import type { TwilioRequest } from './transport.ts';
import { readJson, type TwilioClient } from './twilio-client.ts';

/**
 * The items of a list, page after page as they are asked for.
 * @param key the field of the body that holds them.
 * @throws NumberkitError of `carrierErrors`, in the middle of the list too.
 */
export async function* listItems(
  client: TwilioClient,
  first: TwilioRequest,
  key: string,
): AsyncGenerator<unknown, void, undefined> {
  const visited = new Set<string>();
  let request: TwilioRequest | undefined = first;
  while (request) {
    const body = await readJson(client, request);
    const items: readonly unknown[] = Array.isArray(body[key]) ? body[key] : [];
    yield* items;
    const next = textOrNull(body.next_page_uri);
    // A page that names itself, or an earlier one, as the next would be read for ever.
    if (next === null || visited.has(next)) return;
    visited.add(next);
    request = pageRequest(next);
  }
}

/** Only path and query of the address are used, so that an answer cannot send our credentials elsewhere. */
function pageRequest(uri: string): TwilioRequest | undefined {
  if (!URL.canParse(uri, 'https://api.twilio.com')) return undefined;
  const { pathname, searchParams } = new URL(uri, 'https://api.twilio.com');
  return {
    method: 'get',
    product: 'api',
    path: pathname,
    query: Object.fromEntries(searchParams),
    repeatable: true,
  };
}
