import { createTaskQueue, type QueuedTask, type TaskQueue } from './task-queue.ts';

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

/** setTimeout counts in 31 bits: a monthly fee is further away than that. */
const LONGEST_TIMER_MS = 2_000_000_000;

const DEFAULT_VIRTUAL_START = new Date('2026-01-05T15:00:00Z');

export function createClock(options: ClockOptions = { mode: 'real' }): SimulatorClock {
  const virtual = options.mode === 'virtual';
  let offset = virtual ? (options.start ?? DEFAULT_VIRTUAL_START).getTime() : 0;
  const queue = createTaskQueue();
  const now = () => (virtual ? offset : Date.now() + offset);
  const alarm = createAlarm(queue, now);
  const arm = () => {
    if (!virtual) alarm.set();
  };

  const put = (delayMs: number, run: QueuedTask['run'], awaited: boolean): ScheduledTask => {
    const task = { dueAt: now() + Math.max(delayMs, 0), run, awaited };
    queue.add(task);
    arm();
    return {
      cancel: () => {
        queue.remove(task);
        arm();
      },
    };
  };

  const advance = async (ms: number): Promise<void> => {
    // Work that is about to wait must be waiting before time moves.
    await new Promise((turn) => setImmediate(turn));
    const target = now() + ms;
    for (let due = queue.takeDue(target); due !== undefined; due = queue.takeDue(target)) {
      offset += Math.max(due.dueAt - now(), 0);
      await due.run();
    }
    offset += Math.max(target - now(), 0);
    arm();
  };

  return {
    mode: options.mode,
    now: () => new Date(now()),
    schedule: (delayMs, task) => put(delayMs, task, false),
    sleep: (delayMs) => new Promise((resolve) => void put(delayMs, () => resolve(), true)),
    advance,
    clear: () => {
      queue.clear();
      arm();
    },
  };
}

/** The wall-clock timer of a real clock: set for the first task, it runs what is due and sets itself again. */
function createAlarm(queue: TaskQueue, now: () => number): { set(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = () => {
    clearTimeout(timer);
    const first = queue.first();
    if (first === undefined) return;
    timer = setTimeout(ring, Math.min(Math.max(first.dueAt - now(), 0), LONGEST_TIMER_MS));
    // A fee that is weeks away must not keep a finished process alive.
    if (!queue.someoneWaits()) timer.unref();
  };
  const ring = () => {
    for (let due = queue.takeDue(now()); due !== undefined; due = queue.takeDue(now())) {
      const { run } = due;
      Promise.resolve()
        .then(run)
        .catch(() => undefined);
    }
    set();
  };
  return { set };
}
