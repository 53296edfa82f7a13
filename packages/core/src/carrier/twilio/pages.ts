import { NumberkitError } from '../../errors.ts';
import { carrierErrors } from '../errors.ts';
import { textOrNull } from './read-body.ts';
import type { TwilioRequest } from './transport.ts';
import { readJson, type TwilioClient } from './twilio-client.ts';

/**
 * The items of a list, page after page as they are asked for.
 * @param key the field of the body that holds them.
 * @param pagesAtMost a list that goes on after them, or in circles, is no answer: half a list would make numbers look
 * lost that are not.
 * @throws NumberkitError of `carrierErrors`, in the middle of the list too.
 */
export async function* listItems(
  client: TwilioClient,
  first: TwilioRequest,
  key: string,
  pagesAtMost = 10_000,
): AsyncGenerator<unknown, void, undefined> {
  const visited = new Set<string>();
  let request: TwilioRequest | undefined = first;
  while (request) {
    const body = await readJson(client, request);
    const items: readonly unknown[] = Array.isArray(body[key]) ? body[key] : [];
    yield* items;
    const next = textOrNull(body.next_page_uri);
    if (next === null) return;
    if (visited.has(next) || visited.size + 1 >= pagesAtMost) throw endless();
    visited.add(next);
    request = pageRequest(next);
  }
}

function endless(): NumberkitError {
  return new NumberkitError(carrierErrors.carrierUnavailable, { detail: 'Twilio’s list does not end.' });
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
