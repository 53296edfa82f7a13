/** A number as written, which stays on one line within a sentence. */
export function unbroken(display: string): string {
  return display.replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060');
}
