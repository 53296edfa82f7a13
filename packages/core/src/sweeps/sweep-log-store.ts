/** The last run of one sweep, whichever process ran it. */
export interface SweepRun {
  readonly name: string;
  readonly startedAt: Date;
  /** Null while it runs, and when its process died. */
  readonly finishedAt: Date | null;
  /** What it failed with: an error code of ours, or `internal`; null when it did not fail. */
  readonly failure: string | null;
}

/** PORT: the last run of each sweep. */
export interface SweepLogStore {
  started(name: string, at: Date): Promise<void>;
  finished(name: string, at: Date, failure: string | null): Promise<void>;
  /** By name. */
  list(): Promise<readonly SweepRun[]>;
}
