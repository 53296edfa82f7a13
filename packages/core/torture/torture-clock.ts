import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../src/clock.ts';

/** How the time of one run passes; every process of the run is given the same. */
export interface ClockSetting {
  /** Wall clock at the start, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How many milliseconds pass in one of the wall clock's. */
  readonly speed: number;
  /** Jumps so far, in milliseconds. */
  readonly jumped: number;
}

/** A clock that runs fast and can be made to jump, so that leases run out without waiting for them. */
export interface TortureClock extends Clock {
  /** All jumps together, in milliseconds; never back. */
  jumpTo(jumped: number): void;
}

/**
 * Runs `speed` times as fast as the wall clock, sleeping included, so that all relations between leases, deadlines and
 * pauses stay as they are in life.
 */
export function createTortureClock(setting: ClockSetting): TortureClock {
  let { jumped } = setting;
  const { startedAt, speed } = setting;
  return {
    now: () => new Date(startedAt + (Date.now() - startedAt) * speed + jumped),
    sleep: async (milliseconds, signal) => {
      await wait(milliseconds / speed, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
    jumpTo(total) {
      jumped = Math.max(jumped, total);
    },
  };
}
