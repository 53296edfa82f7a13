import { defineErrors } from '../errors.ts';

/** Errors about the database. */
export const storageErrors = defineErrors({
  unavailable: {
    code: 'storage-unavailable',
    status: 503,
    retryable: true,
    title: 'The database cannot be reached',
    hint: 'Check that the database runs, its address and credentials, and that it has connections and disk left.',
  },
  notMigrated: {
    code: 'storage-not-migrated',
    status: 503,
    retryable: false,
    title: 'The database has no numberkit tables',
    hint: 'Call migrate() once at start, before the first request.',
  },
  migrationFailed: {
    code: 'storage-migration-failed',
    status: 500,
    retryable: false,
    title: 'The database schema cannot be brought up to date',
    hint: 'See the cause. A database that a newer version of numberkit has migrated needs that version.',
  },
});
