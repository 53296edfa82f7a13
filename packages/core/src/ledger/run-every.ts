import type { Clock } from '../clock.ts';

/**
 * Runs a sweep now and again until stopped; never two runs of it at once. What it throws is reported, and the next
 * run comes all the same.
 * @param milliseconds pause between the end of a run and the start of the next.
 * @returns stops it; a run under way ends by itself.
 */
export function runEvery(
  clock: Clock,
  milliseconds: number,
  sweep: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => void {
  const stopped = new AbortController();
  const run = async () => {
    while (!stopped.signal.aborted) {
      await sweep().catch(onError);
      await clock.sleep(milliseconds, stopped.signal);
    }
  };
  void run();
  return () => stopped.abort();
}
