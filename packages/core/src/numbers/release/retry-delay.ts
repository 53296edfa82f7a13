const FIRST_MILLISECONDS = 60_000;
const LONGEST_MILLISECONDS = 6 * 60 * 60_000;

/** How long to wait after so many tries, in milliseconds: a minute, then twice as long each time, six hours at most. */
export function retryDelay(tries: number): number {
  return Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.min(Math.max(tries - 1, 0), 20));
}
