import type { Locale, PanelWords } from '../../locale/index.ts';
import type { NumberSearch, SetupInput } from '../../setup/index.ts';

/** Why there is no list, and what the one button beneath does. */
export interface EmptyList {
  readonly words: PanelWords;
  readonly input: SetupInput;
}

/** What stands in place of the list when a search found nothing or failed; null when there is a list. */
export function describeSearch(search: NumberSearch, locale: Locale): EmptyList | null {
  if (search.status === 'asking') {
    return { words: locale.search.askPlace, input: { type: 'search-submitted' } };
  }
  if (search.status === 'failed') return describeFailure(search, locale);
  if (search.status !== 'found' || search.numbers.length > 0) return null;
  if (search.contains.trim()) {
    return { words: locale.search.emptyPattern, input: { type: 'contains-typed', contains: '' } };
  }
  const nearby = search.suggestions.find((each) => each.areaCode !== search.areaCode);
  if (!nearby) return { words: locale.search.empty, input: { type: 'search-submitted' } };
  return {
    words: { ...locale.search.empty, action: locale.search.lookIn(nearby.areaCode) },
    input: { type: 'area-code-toggled', areaCode: nearby.areaCode },
  };
}

function describeFailure({ failure }: NumberSearch, locale: Locale): EmptyList {
  const retry = { type: 'retry-wanted' } as const;
  if (failure?.field === 'contains') {
    return { words: locale.search.emptyPattern, input: { type: 'contains-typed', contains: '' } };
  }
  if (failure?.code === 'unknown-place' || failure?.field === 'query') {
    return { words: locale.search.unknownPlace, input: { type: 'query-typed', query: '' } };
  }
  if (failure?.kind === 'unreachable') return { words: locale.failure.unreachable, input: retry };
  if (failure?.kind === 'timeout') return { words: locale.failure.timeout, input: retry };
  if (failure?.kind === 'unauthorized') return { words: locale.failure.unauthorized, input: retry };
  return { words: locale.failure.searchFailed, input: retry };
}
