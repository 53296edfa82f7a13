import type { Problem } from '@numberkit/contract';

/**
 * Why a request gave no answer.
 * `unreachable`: no connection. `timeout`: no answer in time. `aborted`: replaced by another request.
 * `unauthorized`: not signed in, or no longer. `refused`: the server said no, and nothing happened.
 * `failed`: the server broke, or its answer made no sense; whether something happened is unknown.
 */
export type ApiErrorKind = 'unreachable' | 'timeout' | 'aborted' | 'unauthorized' | 'refused' | 'failed';

/** What the client rejects with, and nothing else. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The server's own account, when it gave one. */
  readonly problem: Problem | null;
  /** Did the server say when to ask again? Before that it would refuse again. */
  readonly asksToWait: boolean;

  constructor(
    kind: ApiErrorKind,
    status = 0,
    problem: Problem | null = null,
    cause?: unknown,
    asksToWait = false,
  ) {
    super(problem?.detail ?? `request ${kind}`, { cause });
    this.asksToWait = asksToWait;
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}
