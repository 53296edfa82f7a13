export { type CheckedLine, checkLine, type LineCheck, type LinePolicy } from './check-line.ts';
export { type LineRefusal, lineRefused } from './refuse-line.ts';
