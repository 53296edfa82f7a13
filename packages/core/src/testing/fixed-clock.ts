import type { Clock } from '../clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface FixedClock extends Clock {
  /** Moves time forward. */
  advance(milliseconds: number): void;
}

/**
 * A clock for tests. Time moves only by `advance` and by `sleep`, which returns at once, so that a test of
 * something that waits an hour takes no hour.
 *
 * @param start where time begins; noon UTC of 22 November 2026 unless told.
 * @example
 * const clock = fixedClock();
 * await clock.sleep(60_000);
 * clock.now(); // 12:01
 */
export function fixedClock(start: Date = new Date('2026-11-22T12:00:00.000Z')): FixedClock {
  let now = start.getTime();
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return {
    now: () => new Date(now),
    advance,
    async sleep(milliseconds) {
      advance(milliseconds);
    },
  };
}
