export { checkDocComments } from './check-doc-comments.ts';
export { checkLinks } from './check-links.ts';
export { planPrograms, typecheckPrograms, writePrograms } from './fence-programs.ts';
export { listRunnable, readFences } from './fences.ts';
export { runPrograms, runShellFences } from './run-fences.ts';
