export { storageErrors } from './errors.ts';
export { type OpenOnce, openOnce } from './open-once.ts';
export type { Storage, StorageProvider, Stores } from './storage.ts';
