export {
  type CheckedLine,
  checkLine,
  type LineCheck,
  type LinePolicy,
  type LineRefusal,
  lineRefused,
} from './check-line.ts';
