import { describe, expect, test } from 'vitest';
import { isBusy, translateSqliteError } from './sqlite-problems.ts';

/** As `node:sqlite` throws. */
const nodeError = (errcode: number, message = 'message') =>
  Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
/** As `better-sqlite3` throws. */
const betterError = (code: string, message = 'message') => Object.assign(new Error(message), { code });

const SQLITE_BUSY_SNAPSHOT = 517;
const SQLITE_CONSTRAINT_UNIQUE = 2067;

describe('isBusy', () => {
  test.each([nodeError(5), nodeError(SQLITE_BUSY_SNAPSHOT), betterError('SQLITE_BUSY_TIMEOUT')])(
    'sees that another process holds the file: %o',
    (error) => {
      expect(isBusy(error)).toBe(true);
    },
  );

  test.each([nodeError(1), betterError('SQLITE_ERROR'), new Error('busy'), 'SQLITE_BUSY'])(
    'takes nothing else for that: %o',
    (error) => {
      expect(isBusy(error)).toBe(false);
    },
  );
});

describe('translateSqliteError', () => {
  test.each([
    nodeError(5),
    nodeError(13),
    betterError('SQLITE_IOERR_WRITE'),
    betterError('SQLITE_FULL'),
    new Error('database is not open'),
    new TypeError('The database connection is not open'),
  ])('calls it unavailable: %o', (error) => {
    expect(translateSqliteError(error)).toMatchObject({ code: 'storage-unavailable', cause: error });
  });

  test('tells that our tables are missing', () => {
    const error = nodeError(1, 'no such table: numberkit_numbers');
    expect(translateSqliteError(error)).toMatchObject({ code: 'storage-not-migrated' });
  });

  test.each([
    nodeError(SQLITE_CONSTRAINT_UNIQUE),
    betterError('SQLITE_CONSTRAINT_UNIQUE'),
    new Error('other'),
  ])('leaves it as it is: %o', (error) => {
    expect(translateSqliteError(error)).toBe(error);
  });
});
