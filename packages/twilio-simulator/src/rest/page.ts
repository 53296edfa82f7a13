import type { RestContext } from './route.ts';

const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE = 1000;

interface Slice<T> {
  items: T[];
  page: number;
  pageSize: number;
  hasNext: boolean;
  /** The address of another page of the same list, relative to the host. */
  addressOf(page: number): string;
}

/** Cuts the requested page out of a list. `PageToken` is honoured as an opaque echo of `Page`. */
function cut<T>(context: RestContext, all: readonly T[]): Slice<T> {
  const { query, pathname } = context;
  const pageSize = query.whole('PageSize', { min: 1, max: LARGEST_PAGE }, 20007) ?? DEFAULT_PAGE_SIZE;
  const page = query.whole('Page', { min: 0, max: Number.MAX_SAFE_INTEGER }) ?? 0;
  const addressOf = (wanted: number) => {
    const parameters = new URLSearchParams(query.source);
    parameters.delete('PageToken');
    parameters.set('PageSize', String(pageSize));
    parameters.set('Page', String(wanted));
    if (wanted > 0) parameters.set('PageToken', `PA${btoa(String(wanted))}`);
    return `${pathname}?${parameters}`;
  };
  const start = page * pageSize;
  const items = all.slice(start, start + pageSize);
  return { items, page, pageSize, hasNext: start + pageSize < all.length, addressOf };
}

/** A list page of the 2010-04-01 API: its metadata stands beside the items, with addresses relative to the host. */
export function pageOf<T>(context: RestContext, key: string, all: readonly T[], show: (item: T) => unknown) {
  const { items, page, pageSize, hasNext, addressOf } = cut(context, all);
  const start = page * pageSize;
  return {
    [key]: items.map(show),
    page,
    page_size: pageSize,
    start,
    end: Math.max(start + items.length - 1, start),
    uri: addressOf(page),
    first_page_uri: addressOf(0),
    next_page_uri: hasNext ? addressOf(page + 1) : null,
    previous_page_uri: page > 0 ? addressOf(page - 1) : null,
  };
}

/** A list page of the newer APIs: metadata in `meta`, with absolute addresses. */
export function metaPageOf<T>(
  context: RestContext,
  host: string,
  key: string,
  all: readonly T[],
  show: (item: T) => unknown,
) {
  const { items, page, pageSize, hasNext, addressOf } = cut(context, all);
  const url = (wanted: number) => host + addressOf(wanted);
  return {
    [key]: items.map(show),
    meta: {
      key,
      page,
      page_size: pageSize,
      url: url(page),
      first_page_url: url(0),
      next_page_url: hasNext ? url(page + 1) : null,
      previous_page_url: page > 0 ? url(page - 1) : null,
    },
  };
}
