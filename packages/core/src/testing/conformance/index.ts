export type { ConformanceCase, ConformanceDatabase, ConformanceSubject } from './conformance-case.ts';
export { storageConformance } from './storage-conformance.ts';
