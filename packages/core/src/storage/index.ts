export { storageErrors } from './errors.ts';
export type { Storage, StorageProvider, Stores } from './storage.ts';
