import type { FieldProblem } from '@numberkit/contract';

/** What is always the same about one kind of error; each room lists its own as data. */
export interface ErrorKind {
  /** Stable, kebab-case; part of the public contract. */
  readonly code: string;
  /** HTTP status the API answers with. */
  readonly status: number;
  /** May the same call succeed later, unchanged? */
  readonly retryable: boolean;
  readonly title: string;
  /** What the reader can do about it. */
  readonly hint: string;
}

/** What is particular about one occurrence. */
export interface ErrorDetails {
  /** One sentence for people; never a secret, never a full phone number. */
  readonly detail: string;
  readonly cause?: unknown;
  /** Which fields were refused, when the request itself was. */
  readonly fields?: readonly FieldProblem[];
  /** Numbers (E.164) to offer instead. Not part of the message, so that no log shows them. */
  readonly alternatives?: readonly string[];
  /** When the same call may succeed, where that is known: in so many whole seconds. */
  readonly retryAfterSeconds?: number;
}

/**
 * The one error class of numberkit. Tell kinds apart by `code`, with {@link isNumberkitError}.
 *
 * @example
 * try { await numberkit.numbers.buy(order) } catch (error) {
 *   if (isNumberkitError(error, 'number-unavailable')) offer(error.alternatives);
 * }
 */
export class NumberkitError extends Error {
  override readonly name = 'NumberkitError';
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly FieldProblem[];
  readonly alternatives: readonly string[];
  /** Null: not known. */
  readonly retryAfterSeconds: number | null;

  constructor(kind: ErrorKind, details: ErrorDetails) {
    super(details.detail, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = kind.code;
    this.status = kind.status;
    this.retryable = kind.retryable;
    this.title = kind.title;
    this.hint = kind.hint;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    // Not enumerable: inspecting or serialising the error must not print phone numbers.
    this.alternatives = [];
    Object.defineProperty(this, 'alternatives', { value: details.alternatives ?? [], enumerable: false });
  }
}

/**
 * Is this a {@link NumberkitError}, of this code if one is given? Does not trust `instanceof`, which fails
 * when two copies of the library are loaded.
 */
export function isNumberkitError(value: unknown, code?: string): value is NumberkitError {
  if (!(value instanceof Error) || value.name !== 'NumberkitError' || !('code' in value)) return false;
  return code === undefined || value.code === code;
}

/** Names a room's errors once; keys are for the code, `code` for the wire. */
export function defineErrors<const T extends Record<string, ErrorKind>>(kinds: T): T {
  return kinds;
}
