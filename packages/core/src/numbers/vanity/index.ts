export { findMatch, type MatchPlace } from './find-match.ts';
export { toKeypadDigits } from './keypad.ts';
export { memorability } from './memorability.ts';
