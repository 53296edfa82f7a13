export type { Released, ReleaseNumberRequest } from './release.ts';
export { createReleaseNumber, type ReleaseNumber } from './release-number.ts';
export { resolveRelease } from './resolve-release.ts';
