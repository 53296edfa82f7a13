import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';

// SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNDEFINED_TABLE = '42P01';
const INVALID_SCHEMA_NAME = '3F000';

// Connection exceptions, wrong credentials, unknown database, too few resources, operator intervention, system error.
const unavailableClasses = new Set(['08', '28', '3D', '53', '57', '58']);
// A statement that somebody cancelled says nothing about the server.
const QUERY_CANCELED = '57014';

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Some errors of `pg` itself carry no code, only words. */
const unavailableWords =
  /Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end|is not queryable|Client was closed/;

/** Did PostgreSQL give up a transaction that may well succeed when run again? Looks through wrapped errors. */
export function isTransient(error: unknown): boolean {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const code = codeOf(current);
    if (code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED) return true;
    current = current.cause;
  }
  return false;
}

/** Turns an error of the driver into one of ours where the caller can do something about it. */
export function translatePostgresError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === INVALID_SCHEMA_NAME || (code === UNDEFINED_TABLE && error.message.includes('numberkit_'))) {
    return new NumberkitError(storageErrors.notMigrated, {
      detail: 'The PostgreSQL database has no numberkit tables.',
      cause: error,
    });
  }
  if (!isUnavailable(error, code)) return error;
  return new NumberkitError(storageErrors.unavailable, {
    detail: `PostgreSQL cannot be reached${code === '' ? '' : ` (${code})`}.`,
    cause: error,
  });
}

function isUnavailable(error: Error, code: string): boolean {
  if (code === QUERY_CANCELED) return false;
  if (networkCodes.has(code) || unavailableWords.test(error.message)) return true;
  return code.length === 5 && unavailableClasses.has(code.slice(0, 2));
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
