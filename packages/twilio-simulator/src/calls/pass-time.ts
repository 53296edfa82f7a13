import type { SimulatorClock } from '../world/index.ts';

/**
 * Resolves `ms` from now on the simulator's clock. The task waits for one turn of the event loop, so that
 * advancing a virtual clock far runs what follows a pause before it looks for the next thing due.
 */
export function passTime(clock: SimulatorClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const task = clock.schedule(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
      return new Promise((turn) => setImmediate(turn));
    });
    const stop = () => task.cancel();
    signal.addEventListener('abort', stop, { once: true });
  });
}
