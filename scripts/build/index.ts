export { buildPackage } from './build-package.ts';
export { type Entry, listEntries } from './entries.ts';
