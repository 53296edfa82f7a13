const LEFT_TO_RIGHT = '\u2066';
const ITS_END = '\u2069';

/** A number as written, which within a sentence stays on one line and reads from left to right in every script. */
export function unbroken(display: string): string {
  const joined = display.replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060');
  return `${LEFT_TO_RIGHT}${joined}${ITS_END}`;
}
