import type { Clock } from '../src/clock.ts';

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves time on and runs what has become due, in order. */
  advance(ms: number): void;
  /** How many timers are waiting. */
  pending(): number;
}

export function createManualClock(start = 1_800_000_000_000): ManualClock {
  let time = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => time,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) {
          break;
        }
        timers = timers.filter((other) => other !== next);
        time = next.at;
        next.run();
      }
      time = end;
    },
    pending: () => timers.length,
  };
}

/** Waits until `ready` holds, letting promises run; fails after many turns. */
export async function eventually(ready: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (ready()) {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It did not happen.');
}
