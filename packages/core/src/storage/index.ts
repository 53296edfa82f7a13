export type { Storage, StorageProvider, Stores } from './storage.ts';
