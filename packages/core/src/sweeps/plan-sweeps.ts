import type { SweepsDeps } from './create-sweeps.ts';
import { type Hold, SWEEP_NAMES, type Sweep, type SweepName } from './sweep.ts';

/** Pauses between runs in milliseconds, counted from start to start; 0: no timer runs that sweep. */
export type SweepPauses = Partial<Readonly<Record<SweepName, number>>>;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

type Terms = Omit<Sweep, 'run'>;

/** Those that do not call `keep` may take as long as their lease. */
const LONG = 30 * MINUTE;

const terms: Readonly<Record<SweepName, Terms>> = {
  'settle-operations': { everyMilliseconds: 15 * SECOND, runs: 'together', leaseMilliseconds: 0 },
  'replenish-pool': { everyMilliseconds: 5 * MINUTE, runs: 'alone', leaseMilliseconds: LONG },
  'keep-alive': { everyMilliseconds: 6 * HOUR, runs: 'alone', leaseMilliseconds: LONG },
  reclaim: { everyMilliseconds: 5 * MINUTE, runs: 'alone', leaseMilliseconds: LONG },
  'settle-forwarding-tests': { everyMilliseconds: 5 * SECOND, runs: 'together', leaseMilliseconds: 0 },
  'recheck-forwardings': { everyMilliseconds: MINUTE, runs: 'together', leaseMilliseconds: 0 },
  'fill-calls': { everyMilliseconds: 6 * HOUR, runs: 'alone', leaseMilliseconds: LONG },
  reconcile: { everyMilliseconds: 6 * HOUR, runs: 'alone', leaseMilliseconds: 5 * MINUTE },
};

/** Gives each piece of due work its terms. A sweep without work is not there. */
export function planSweeps(
  work: Partial<Readonly<Record<SweepName, (hold: Hold) => Promise<unknown>>>>,
  pauses: SweepPauses,
): SweepsDeps['sweeps'] {
  const planned: Partial<Record<SweepName, Sweep>> = {};
  for (const name of SWEEP_NAMES) {
    const run = work[name];
    const everyMilliseconds = pauses[name] ?? terms[name].everyMilliseconds;
    if (run) planned[name] = { ...terms[name], everyMilliseconds, run };
  }
  return planned;
}
