/**
 * An error answer (RFC 9457, `application/problem+json`).
 * `code` is stable and listed in docs/errors.md; `detail` is for people and may change.
 *
 * @public
 */
export interface Problem {
  /** Address of the page that explains the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** What the reader can do about it. */
  readonly hint?: string;
  /** May the same request succeed later, unchanged? */
  readonly retryable: boolean;
  /** `req_…`: this one occurrence. The server's log has the same id. */
  readonly instance?: string;
  /** The fields that were refused, when the request itself was. */
  readonly errors?: readonly FieldProblem[];
  /** Numbers to offer instead, when the asked one is taken. */
  readonly alternatives?: readonly string[];
}

/**
 * One refused field.
 *
 * @public
 */
export interface FieldProblem {
  /** Name of the field, dotted when nested, such as `near.latitude`. */
  readonly field: string;
  readonly reason: string;
  readonly remedy: string;
}
