import type { Timers } from '../src/timers/index.ts';

/** Timers that stand still until the test lets time pass. */
export interface VirtualTimers extends Timers {
  /** Lets time pass, running what falls due in order, and lets promises settle in between. */
  pass(milliseconds: number): Promise<void>;
}

interface Waiting {
  readonly due: number;
  readonly run: () => void;
}

export function createVirtualTimers(): VirtualTimers {
  let now = 0;
  const waiting = new Set<Waiting>();
  const next = (until: number) =>
    [...waiting].filter((each) => each.due <= until).sort((one, other) => one.due - other.due)[0];
  return {
    after(milliseconds, run) {
      const timer = { due: now + milliseconds, run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = next(until); timer; timer = next(until)) {
        now = timer.due;
        waiting.delete(timer);
        timer.run();
        await settle();
      }
      now = until;
    },
  };
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
