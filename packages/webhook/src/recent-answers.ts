import { createBoundedMap } from './bounded-map.ts';
import type { Clock } from './clock.ts';
import type { PlainResponse } from './request/index.ts';

/** Bounds of the memory of answers. */
export interface RecentAnswersOptions {
  readonly maxEntries: number;
  readonly maxAgeMs: number;
}

/**
 * Gives the retry of a request the answer of the first try, also while that is still being made. The token itself is
 * not signed; with the signature beside it, only a true repetition finds the old answer.
 */
export type RecentAnswers = (
  token: string,
  signature: string,
  answer: () => Promise<PlainResponse>,
) => Promise<PlainResponse>;

interface Entry {
  readonly signature: string;
  readonly since: number;
  readonly answer: Promise<PlainResponse>;
}

/** Keeps answers in this process's memory only, oldest dropped first. */
export function createRecentAnswers(options: RecentAnswersOptions, clock: Clock): RecentAnswers {
  const entries = createBoundedMap<Entry>(options.maxEntries);
  return (token, signature, answer) => {
    const known = entries.get(token);
    const now = clock.now();
    if (known?.signature === signature && now - known.since <= options.maxAgeMs) {
      return known.answer;
    }
    const fresh = answer();
    entries.set(token, { signature, since: now, answer: fresh });
    return fresh;
  };
}
