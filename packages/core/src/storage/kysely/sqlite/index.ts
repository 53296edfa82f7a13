export { storageErrors } from '../../errors.ts';
export type { Storage, StorageProvider, Stores } from '../../storage.ts';
export { sqlite } from './sqlite.ts';
export type { SqliteDatabase, SqliteStatement, SqliteValue } from './sqlite-database.ts';
export type { SqliteDatabaseOptions, SqliteFileOptions, SqliteOptions } from './sqlite-options.ts';
