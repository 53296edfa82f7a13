import { setTimeout as wait } from 'node:timers/promises';

/** Where time comes from. Tests pass their own. */
export interface Clock {
  now(): Date;
  /** Resolves after this many milliseconds of this clock's time, or as soon as `signal` aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    // The one rejection is the abort, which only means: stop waiting.
    await wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
