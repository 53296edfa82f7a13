/** Every sweep there is, in the order they are told of. */
export const SWEEP_NAMES = [
  'settle-operations',
  'replenish-pool',
  'keep-alive',
  'reclaim',
  'settle-forwarding-tests',
  'recheck-forwardings',
  'fill-calls',
  'reconcile',
] as const;

/** A short idempotent job that looks for due work. */
export type SweepName = (typeof SWEEP_NAMES)[number];

/** How a sweep is run. */
export interface Sweep {
  /** Pause from one start to the next in milliseconds, all processes taken together; 0: no timer runs it. */
  readonly everyMilliseconds: number;
  /**
   * `alone`: of all processes one runs it at a time. `together`: it leases each row it works on by itself, so that a
   * process that died holds up nothing but its own rows.
   */
  readonly runs: 'alone' | 'together';
  /** How long a process that died in it holds it up; longer than it takes between two `keep` calls, or in all. */
  readonly leaseMilliseconds: number;
  /** Does the due work; the answer is its report, JSON. */
  run(hold: Hold): Promise<unknown>;
}

/** A running sweep's right to run. */
export interface Hold {
  /** Call it now and again in long work: makes the lease last. `false`: another process has taken over, stop. */
  keep(): Promise<boolean>;
}

/** What became of a run. */
export type SweepOutcome =
  | { readonly name: SweepName; readonly outcome: 'ran'; readonly report: unknown }
  /** Another process runs it at this moment. */
  | { readonly name: SweepName; readonly outcome: 'held' }
  /** Its pause is not over yet. */
  | { readonly name: SweepName; readonly outcome: 'not-due' };

/** Is this the name of a sweep? */
export function isSweepName(text: string): text is SweepName {
  return SWEEP_NAMES.some((name) => name === text);
}
