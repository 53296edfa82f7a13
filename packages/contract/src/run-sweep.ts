/**
 * Body of `POST admin/run-sweep`.
 *
 * @public
 */
export interface RunSweepRequest {
  /** Such as `reconcile`. */
  readonly sweep: string;
  /** Do nothing when the pause since its last run is not over. */
  readonly onlyWhenDue?: boolean;
}

/**
 * Answer of `POST admin/run-sweep`. `held`: another process runs it at this moment.
 *
 * @public
 */
export interface RunSweepResponse {
  readonly sweep: string;
  readonly outcome: 'ran' | 'held' | 'not-due';
}
