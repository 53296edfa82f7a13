import type { Clock } from '../clock.ts';
import { isNumberkitError, NumberkitError } from '../errors.ts';
import type { Ids } from '../ids.ts';
import { type LeaseStore, runEvery } from '../ledger/index.ts';
import { sweepErrors } from './errors.ts';
import {
  type Hold,
  isSweepName,
  SWEEP_NAMES,
  type Sweep,
  type SweepName,
  type SweepOutcome,
} from './sweep.ts';
import type { SweepLogStore, SweepRun } from './sweep-log-store.ts';

/** The sweeps of one installation: what runs them is up to the host. */
export interface Sweeps {
  /** Names of the sweeps there are. */
  readonly names: readonly SweepName[];
  /**
   * Runs one sweep, by its name, now, unless another process is at it. Rejects with what the sweep threw.
   * @param options.onlyWhenDue answer `not-due` when its pause since the last run, in any process, is not over.
   * @throws NumberkitError `no-such-sweep`
   * @example
   * const { outcome } = await numberkit.sweeps.run('reconcile');
   */
  run(name: string, options?: { readonly onlyWhenDue?: boolean }): Promise<SweepOutcome>;
  /** The last run of each sweep, by whichever process. */
  lastRuns(): Promise<readonly SweepRun[]>;
}

/** What the room needs from outside. */
export interface SweepsDeps {
  readonly open: () => Promise<{ readonly leases: LeaseStore; readonly sweepLog: SweepLogStore }>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sweeps: Partial<Readonly<Record<SweepName, Sweep>>>;
}

/** See {@link Sweeps}. */
export function createSweeps(deps: SweepsDeps): Sweeps {
  return {
    names: SWEEP_NAMES.filter((name) => deps.sweeps[name]),
    async run(name, { onlyWhenDue = false } = {}) {
      if (!isSweepName(name)) throw noSuchSweep(deps, name);
      const sweep = deps.sweeps[name];
      if (!sweep) throw noSuchSweep(deps, name);
      if (sweep.runs === 'together') return runNoted(deps, name, sweep, { keep: async () => true });
      return runAlone(deps, name, sweep, onlyWhenDue);
    },
    lastRuns: async () => (await deps.open()).sweepLog.list(),
  };
}

/**
 * Race: the holder is an id of this one run, so two runs in one process exclude each other like two processes. Whether
 * it is due is read after the lease was taken: a run that has just ended elsewhere is seen.
 */
async function runAlone(
  deps: SweepsDeps,
  name: SweepName,
  sweep: Sweep,
  onlyWhenDue: boolean,
): Promise<SweepOutcome> {
  const { leases, sweepLog } = await deps.open();
  const holder = deps.ids('run');
  const lease = `sweep:${name}`;
  const takeFrom = (now: Date) =>
    leases.take(lease, holder, now, new Date(now.getTime() + sweep.leaseMilliseconds));
  const start = deps.clock.now();
  if (!(await takeFrom(start))) return { name, outcome: 'held' };
  try {
    if (onlyWhenDue) {
      const last = (await sweepLog.list()).find((run) => run.name === name);
      const due = last ? last.startedAt.getTime() + sweep.everyMilliseconds : 0;
      if (start.getTime() < due) return { name, outcome: 'not-due' };
    }
    return await runNoted(
      deps,
      name,
      sweep,
      createHold(deps.clock, sweep.leaseMilliseconds, start, takeFrom),
    );
  } finally {
    await leases.release(lease, holder);
  }
}

function createHold(
  clock: Clock,
  lease: number,
  start: Date,
  takeFrom: (now: Date) => Promise<boolean>,
): Hold {
  let renewedAt = start.getTime();
  let held = true;
  return {
    async keep() {
      const now = clock.now();
      if (!held || now.getTime() - renewedAt < lease / 3) return held;
      held = await takeFrom(now);
      renewedAt = now.getTime();
      return held;
    },
  };
}

async function runNoted(deps: SweepsDeps, name: SweepName, sweep: Sweep, hold: Hold): Promise<SweepOutcome> {
  const { sweepLog } = await deps.open();
  await sweepLog.started(name, deps.clock.now());
  try {
    const report = await sweep.run(hold);
    await sweepLog.finished(name, deps.clock.now(), null);
    return { name, outcome: 'ran', report };
  } catch (error) {
    await sweepLog.finished(name, deps.clock.now(), isNumberkitError(error) ? error.code : 'internal');
    throw error;
  }
}

function noSuchSweep({ sweeps }: SweepsDeps, name: string): NumberkitError {
  const names = SWEEP_NAMES.filter((each) => sweeps[each]).join(', ');
  return new NumberkitError(sweepErrors.noSuchSweep, {
    detail: `There is no sweep ${JSON.stringify(name)} here; there are ${names}.`,
  });
}

/**
 * Runs every sweep that has a pause in this process, until stopped. The pauses hold for all processes together: a
 * timer that finds its sweep run elsewhere meanwhile does nothing.
 * @returns stops the timers; runs under way end by themselves.
 */
export function startTimers(
  clock: Clock,
  room: Sweeps,
  sweeps: SweepsDeps['sweeps'],
  onError: (name: SweepName, error: unknown) => void,
): () => void {
  const stops = room.names.flatMap((name) => {
    const every = sweeps[name]?.everyMilliseconds ?? 0;
    if (every <= 0) return [];
    const run = () => room.run(name, { onlyWhenDue: true });
    return [runEvery(clock, every, run, (error) => onError(name, error))];
  });
  return () => {
    for (const stop of stops) stop();
  };
}
