import type { OfferedNumber, SearchNumbersRequest } from '@numberkit/contract';
import { type SetupEffect, startPatience, stopPatience, type Transition, transition } from './effect.ts';
import { toFailure } from './failure.ts';
import type { SetupInput } from './input.ts';
import type { NumberSearch, SetupModel } from './model.ts';

/** How many numbers one search asks for, and how many are shown before "Show more". */
export const SEARCH_LIMIT = 10;
export const SHOWN_AT_FIRST = 5;

const DEBOUNCE_MS = 250;
const DOUBT_MS = 1_000;
/** The server takes fewer for a mistake, and they would match nearly everything. */
const FEWEST_CHARACTERS = 2;

/** Keeps what was typed and searches once typing pauses. */
export function typeQuery(model: SetupModel, query: string): Transition {
  return searchSoon(withSearch(model, { query, areaCode: null }));
}

/** As {@link typeQuery}, for the digits or word wanted. */
export function typeContains(model: SetupModel, contains: string): Transition {
  return searchSoon(withSearch(model, { contains }));
}

/** Narrows to one suggested area code, or widens again when it was chosen already. */
export function toggleAreaCode(model: SetupModel, areaCode: string): Transition {
  const chosen = model.search.areaCode === areaCode ? null : areaCode;
  return searchNow(withSearch(model, { areaCode: chosen }));
}

/** Searches at once; what was being searched is dropped. */
export function searchNow(model: SetupModel, ...first: SetupEffect[]): Transition {
  const next = withSearch(model, { status: 'searching', patience: 'fresh', failure: null });
  return transition(
    next,
    ...first,
    { type: 'stop-timer', timer: 'search' },
    { type: 'stop-timer', timer: 'doubt' },
    { type: 'search', request: toRequest(next.search) },
    ...startPatience(),
  );
}

/** As {@link searchNow}, but asks for a place where neither the customer nor the host has named one. */
export function searchOrAsk(model: SetupModel, ...first: SetupEffect[]): Transition {
  const { query, areaCode, contains } = model.search;
  if (query.trim() || areaCode || contains.trim() || model.setup?.tenant.location) {
    return searchNow(model, ...first);
  }
  return transition(withSearch(model, { status: 'asking', failure: null }), ...first);
}

/** Shows what was found, and chooses for the customer: their earlier choice if it is still there, else the first. */
export function showFound(model: SetupModel, input: SetupInput & { type: 'found' }): Transition {
  const { numbers, suggestions } = input.response;
  const { search } = model;
  const selected = numbers.find((each) => each.phoneNumber === search.selected) ?? numbers[0];
  const next = withSearch(model, {
    status: 'found',
    numbers,
    // Suggestions belong to the place: narrowing to one of them must not make the others go.
    suggestions: search.areaCode && search.suggestions.length > 0 ? search.suggestions : suggestions,
    selected: selected?.phoneNumber ?? null,
    typing: false,
    showsAll: selected !== undefined && numbers.indexOf(selected) >= SHOWN_AT_FIRST,
    failure: null,
  });
  return transition(next, ...stopPatience());
}

/** Shows that the search failed; but half a word is no mistake until typing has stopped for a while. */
export function failSearch(model: SetupModel, input: SetupInput & { type: 'search-failed' }): Transition {
  const failure = toFailure(input.error);
  const next = withSearch(model, { failure, typing: false });
  if (!model.search.typing || failure.kind !== 'refused') return showFailure(next);
  return transition(next, { type: 'start-timer', timer: 'doubt', milliseconds: DOUBT_MS });
}

/** Shows the failure that was kept back, if it still stands. */
export function showFailure(model: SetupModel): Transition {
  const { failure, status } = model.search;
  if (!failure || status !== 'searching') return transition(model);
  return transition(withSearch(model, { status: 'failed', numbers: [], selected: null }), ...stopPatience(), {
    type: 'tell',
    news: { type: 'error', step: 'number', failure },
  });
}

/** Changes some of the search and nothing else. */
export function withSearch(model: SetupModel, change: Partial<NumberSearch>): SetupModel {
  return { ...model, search: { ...model.search, ...change } };
}

/** The numbers on screen: a handful first, all on request. */
export function shownNumbers(search: NumberSearch): readonly OfferedNumber[] {
  return search.showsAll ? search.numbers : search.numbers.slice(0, SHOWN_AT_FIRST);
}

function searchSoon(model: SetupModel): Transition {
  return transition(
    withSearch(model, { status: 'waiting', typing: true, failure: null, notice: null }),
    { type: 'cancel-search' },
    { type: 'stop-timer', timer: 'doubt' },
    ...stopPatience(),
    { type: 'start-timer', timer: 'search', milliseconds: DEBOUNCE_MS },
  );
}

function toRequest(search: NumberSearch): SearchNumbersRequest {
  const query = search.query.trim().slice(0, 120);
  const contains = search.contains.replace(/[^0-9a-z*]/gi, '').toUpperCase();
  return {
    ...(search.areaCode ? { areaCode: search.areaCode } : query && { query }),
    ...(contains.length >= FEWEST_CHARACTERS && { contains }),
    limit: SEARCH_LIMIT,
  };
}
