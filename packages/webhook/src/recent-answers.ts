import type { Clock } from './clock.ts';
import type { PlainResponse } from './request/index.ts';

/** Bounds of the memory of answers. */
export interface RecentAnswersOptions {
  readonly maxEntries: number;
  readonly maxAgeMs: number;
}

/** Gives the retry of a request the answer of the first try, also while that is still being made. */
export type RecentAnswers = (key: string, answer: () => Promise<PlainResponse>) => Promise<PlainResponse>;

/** Keeps answers in this process's memory only, oldest dropped first. */
export function createRecentAnswers(options: RecentAnswersOptions, clock: Clock): RecentAnswers {
  const entries = new Map<string, { readonly since: number; readonly answer: Promise<PlainResponse> }>();
  return (key, answer) => {
    const known = entries.get(key);
    if (known !== undefined && clock.now() - known.since <= options.maxAgeMs) {
      return known.answer;
    }
    const fresh = answer();
    entries.delete(key);
    entries.set(key, { since: clock.now(), answer: fresh });
    if (entries.size > options.maxEntries) {
      const [oldest] = entries.keys();
      entries.delete(oldest ?? key);
    }
    return fresh;
  };
}
