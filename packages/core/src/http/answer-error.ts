import type { Log, LogEntry } from '../activity/index.ts';
import type { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';
import { asNumberkitError, PROBLEM_TYPE, toProblem } from './problem.ts';
import { redactSecrets } from './redact-secrets.ts';

const MAX_CAUSES = 5;

/** What {@link answerError} needs to know of its surroundings. */
export interface ErrorSurroundings {
  readonly log: Log;
  readonly newId: () => string;
  /** Address under which codes are explained; `null` when there is none. */
  readonly errorsUrl: string | null;
}

/** Where a request went, as far as a log may know: no query, which can hold personal data. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
}

/** What `data` of a log entry tells of a request that was refused (`info`) or failed (`error`). */
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

/** Turns whatever was thrown into an answer, and writes it to the log under the same id. */
export function answerError(thrown: unknown, request: RequestLine, around: ErrorSurroundings): Response {
  const error = asNumberkitError(thrown);
  const instance = around.newId();
  const failed = error.status >= 500;
  const data: RefusedRequest = {
    instance,
    method: request.method,
    path: redactSecrets(request.path),
    status: error.status,
    code: error.code,
    detail: redactSecrets(error.message),
    ...(failed && {
      stack: redactSecrets(stackOf(error.code === httpErrors.internal.code ? error.cause : error)),
    }),
  };
  const message = failed ? 'A request failed' : 'A request was refused';
  writeLog(around.log, { level: failed ? 'error' : 'info', message: `${message}: ${error.code}`, data });
  return new Response(JSON.stringify(toProblem(error, { errorsUrl: around.errorsUrl, instance })), {
    status: error.status,
    headers: { 'content-type': PROBLEM_TYPE, ...headersFor(error) },
  });
}

function headersFor(error: NumberkitError): Readonly<Record<string, string>> {
  if (error.status === 401) return { 'www-authenticate': 'Bearer' };
  // Another copy of the library, of a version before, says nothing of it.
  if (typeof error.retryAfterSeconds === 'number') return { 'retry-after': String(error.retryAfterSeconds) };
  return error.status === 503 && error.retryable ? { 'retry-after': '5' } : {};
}

// A log that fails must not turn an answer into a failure.
function writeLog(log: Log, entry: LogEntry): void {
  try {
    log(entry);
  } catch {
    return;
  }
}

function stackOf(error: unknown): string {
  const lines: string[] = [];
  let next: unknown = error;
  for (let depth = 0; next !== undefined && depth < MAX_CAUSES; depth += 1) {
    lines.push(next instanceof Error ? (next.stack ?? next.message) : typeof next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return lines.join('\ncaused by: ');
}
