import type { TrailEntry, TrailStore } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import { numberErrors } from './errors.ts';
import type { NumberStore } from './number-store.ts';

/** What reading a history needs from outside. */
export interface NumberHistoryDeps {
  readonly open: () => Promise<{ readonly numbers: NumberStore; readonly trail: TrailStore }>;
}

/** The whole trail of a number; see {@link createNumberHistory}. */
export type NumberHistory = (request: { readonly numberId: string }) => Promise<readonly TrailEntry[]>;

const PAGE = 500;

/**
 * All that ever happened to a number, oldest first, under all its owners.
 * @throws NumberkitError `number-not-found`
 */
export function createNumberHistory(deps: NumberHistoryDeps): NumberHistory {
  return async ({ numberId }) => {
    const { numbers, trail } = await deps.open();
    if (!(await numbers.get(numberId))) {
      throw new NumberkitError(numberErrors.numberNotFound, { detail: 'There is no such number.' });
    }
    const entries: TrailEntry[] = [];
    for (;;) {
      const before = entries.at(-1)?.id;
      const page = await trail.list({ numberId, limit: PAGE, ...(before !== undefined && { before }) });
      entries.push(...page);
      if (page.length < PAGE) return entries.reverse();
    }
  };
}
