export { storageErrors } from './errors.ts';
export { type OpenOnce, openOnce } from './open-once.ts';
export type { Storage, StorageInspection, StorageProvider, Stores } from './storage.ts';
