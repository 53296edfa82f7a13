import { redactPhoneNumbers } from '../privacy/index.ts';

/** One line of the host's log. Holds no full phone number, no token and no key. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  /** Further facts, such as ids. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Where log entries go. */
export type Log = (entry: LogEntry) => void;

/** Writes warnings and errors to the standard error stream, one line of JSON each. The default. */
export const consoleLog: Log = (entry) => {
  if (entry.level !== 'info') console.error(JSON.stringify(entry));
};

/**
 * An error as a log may show it: name, code and message of it and of its causes, phone numbers masked. Never the
 * whole object, which may carry what a library put there, such as a request with its credentials.
 */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let each: unknown = error; each instanceof Error && parts.length < 5; each = each.cause) {
    const code = 'code' in each ? ` (${String(each.code)})` : '';
    parts.push(`${each.name}${code}: ${each.message}`);
  }
  return redactPhoneNumbers(parts.length > 0 ? parts.join(' <- ') : `thrown: ${typeof error}`);
}
