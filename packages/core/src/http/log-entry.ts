/** One line for the host's log. Never holds a full phone number, a token or a key. */
export interface HttpLogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Where log entries go. */
export type HttpLog = (entry: HttpLogEntry) => void;

/** What `data` tells of a request that was refused (`info`) or failed (`error`). */
export interface RefusedRequest extends Readonly<Record<string, unknown>> {
  /** `req_…`, the `instance` of the problem that was answered. */
  readonly instance: string;
  readonly method: string;
  /** Path without the query, which can hold personal data. */
  readonly path: string;
  readonly status: number;
  /** Error code, see docs/errors.md. */
  readonly code: string;
  readonly detail: string;
  /** The stack of the error and of its causes, when it is our fault. */
  readonly stack?: string;
}

/** Writes warnings and errors to the standard error stream, one line of JSON each. The default. */
export const consoleLog: HttpLog = (entry) => {
  if (entry.level === 'info') return;
  console.error(JSON.stringify(entry));
};
