export { checkBundle } from './check-bundle.ts';
export { checkConsumerTypes, checkDoorsOpen } from './check-doors-open.ts';
export { checkImportTime } from './check-import-time.ts';
export { checkBrowserClosed, checkFrontDoor, checkOptionalPeers } from './check-imports.ts';
export { checkTypes, checkWithPublint } from './check-tarball.ts';
export { createProject, linkDependencies, linkForProject, removeProject } from './consumer.ts';
export type { Finding } from './finding.ts';
export { type PackedPackage, packInto } from './pack.ts';
