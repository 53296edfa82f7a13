export { storageErrors } from '../../errors.ts';
export type { Storage, StorageProvider, Stores } from '../../storage.ts';
export { postgres } from './postgres.ts';
export type { PostgresClient, PostgresOptions, PostgresPool, PostgresResult } from './postgres-options.ts';
