/** What is looked at, in this order. */
export type CheckName =
  | 'configuration'
  | 'carrier'
  | 'database'
  | 'keys'
  | 'migrations'
  | 'public-url'
  | 'signature'
  | 'webhooks'
  | 'sweeps'
  | 'reconcile';

/** `failed`: does not work. `warning`: works, with a limit or a risk. `skipped`: could not be looked at. */
export type CheckOutcome = 'ok' | 'warning' | 'failed' | 'skipped';

/** One thing looked at. */
export interface Check {
  readonly name: CheckName;
  readonly outcome: CheckOutcome;
  /** What was found, one sentence; no secret. */
  readonly detail: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
}

export const ok = (name: CheckName, detail: string): Check => ({ name, outcome: 'ok', detail, remedy: null });

export const failed = (name: CheckName, detail: string, remedy: string): Check => ({
  name,
  outcome: 'failed',
  detail,
  remedy,
});

export const warning = (name: CheckName, detail: string, remedy: string): Check => ({
  ...failed(name, detail, remedy),
  outcome: 'warning',
});

export const skipped = (name: CheckName, detail: string): Check => ({
  name,
  outcome: 'skipped',
  detail,
  remedy: null,
});
