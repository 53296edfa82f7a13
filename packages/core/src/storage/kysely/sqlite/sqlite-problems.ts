import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';

// Primary result codes: https://www.sqlite.org/rescode.html
const primaryCodes: Readonly<Record<string, number>> = {
  SQLITE_PERM: 3,
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_PROTOCOL: 15,
  SQLITE_NOTADB: 26,
};
const unavailable = new Set(Object.values(primaryCodes));

/** Does somebody else hold the database right now? */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === primaryCodes.SQLITE_BUSY || code === primaryCodes.SQLITE_PROTOCOL;
}

/** Turns an error of the driver into one of ours where the caller can do something about it. */
export function translateSqliteError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/no such table: (?:main\.)?numberkit_/.test(error.message)) {
    return new NumberkitError(storageErrors.notMigrated, {
      detail: 'The SQLite database has no numberkit tables.',
      cause: error,
    });
  }
  const code = primaryCode(error);
  if ((code === undefined || !unavailable.has(code)) && !isClosed(error)) return error;
  return new NumberkitError(storageErrors.unavailable, {
    detail: `The SQLite database cannot be used: ${error.message}.`,
    cause: error,
  });
}

/** `node:sqlite` tells the extended code as a number, `better-sqlite3` by its name, such as `SQLITE_BUSY_SNAPSHOT`. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return primaryCodes[error.code.split('_').slice(0, 2).join('_')];
}

/** Both libraries say it in these words when a connection is used after it was closed. */
function isClosed(error: Error): boolean {
  return /database (?:connection )?is not open/.test(error.message);
}
