/** A task waiting for its time on the simulator's clock. */
export interface ScheduledTask {
  cancel(): void;
}

/**
 * The simulator's time. In real mode it runs with the wall clock plus whatever `advance` added; in virtual
 * mode it moves only by `advance`.
 */
export interface SimulatorClock {
  readonly mode: 'real' | 'virtual';
  now(): Date;
  /** Runs `task` once, `delayMs` from now. A task that rejects is reported by `advance`, or dropped in real mode. */
  schedule(delayMs: number, task: () => void | Promise<void>): ScheduledTask;
  /** Resolves `delayMs` from now. */
  sleep(delayMs: number): Promise<void>;
  /** Moves time forward, running what falls due in order and waiting for each task to finish. */
  advance(ms: number): Promise<void>;
  /** Forgets every waiting task. */
  clear(): void;
}

/** `real` starts at the wall clock; `virtual` starts at `start` and stands still until advanced. */
export type ClockOptions = { mode: 'real' } | { mode: 'virtual'; start?: Date };

interface Entry {
  dueAt: number;
  order: number;
  task: () => void | Promise<void>;
}

/** setTimeout counts in 31 bits: a monthly fee is further away than that. */
const LONGEST_TIMER_MS = 2_000_000_000;

const DEFAULT_VIRTUAL_START = new Date('2026-01-05T15:00:00Z');

export function createClock(options: ClockOptions = { mode: 'real' }): SimulatorClock {
  const virtual = options.mode === 'virtual';
  let offset = virtual ? (options.start ?? DEFAULT_VIRTUAL_START).getTime() : 0;
  let entries: Entry[] = [];
  let order = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = () => (virtual ? offset : Date.now() + offset);

  const takeDue = (until: number): Entry | undefined => {
    const first = entries[0];
    if (first === undefined || first.dueAt > until) return undefined;
    entries.shift();
    return first;
  };

  const arm = () => {
    clearTimeout(timer);
    const first = entries[0];
    if (virtual || first === undefined) return;
    const wait = Math.min(Math.max(first.dueAt - now(), 0), LONGEST_TIMER_MS);
    timer = setTimeout(runDue, wait);
    // A waiting fee or call step must not keep a finished test process alive.
    if (typeof timer === 'object') timer.unref?.();
  };

  const runDue = () => {
    for (let due = takeDue(now()); due !== undefined; due = takeDue(now())) {
      Promise.resolve(due.task()).catch(() => undefined);
    }
    arm();
  };

  const schedule = (delayMs: number, task: Entry['task']): ScheduledTask => {
    order += 1;
    const entry: Entry = { dueAt: now() + Math.max(delayMs, 0), order, task };
    entries.push(entry);
    entries.sort((a, b) => a.dueAt - b.dueAt || a.order - b.order);
    arm();
    return {
      cancel: () => {
        entries = entries.filter((other) => other !== entry);
        arm();
      },
    };
  };

  return {
    mode: options.mode,
    now: () => new Date(now()),
    schedule,
    sleep: (delayMs) => new Promise((resolve) => void schedule(delayMs, () => resolve())),
    advance: async (ms) => {
      // Work that is about to wait must be waiting before time moves.
      await new Promise((turn) => setImmediate(turn));
      const target = now() + ms;
      for (let due = takeDue(target); due !== undefined; due = takeDue(target)) {
        offset += Math.max(due.dueAt - now(), 0);
        await due.task();
      }
      offset += Math.max(target - now(), 0);
      arm();
    },
    clear: () => {
      entries = [];
      arm();
    },
  };
}
