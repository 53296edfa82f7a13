/** A text field's content and where its caret is. */
export interface TypedLine {
  readonly text: string;
  readonly caret: number;
}

/**
 * Groups a number of the United States or Canada while it is typed: `(510) 555-0142`. What may be of another country
 * (`+44…`, `00…`, `0…`), and what has letters or an extension, stays as it is typed.
 *
 * @param caret where it is in `text`; it keeps its place between the same two digits
 */
export function formatAsTyped(text: string, caret: number): TypedLine {
  const foreign = /^\s*(\+(?!1)|0)/.test(text) || /[^\d\s()+.\-\u2010-\u2015\u00a0]/.test(text);
  const all = text.replace(/\D/g, '');
  const leading = all.startsWith('1') ? 1 : 0;
  const digits = all.slice(leading);
  if (foreign || digits.length > 10 || digits.length < 4) return { text, caret };
  const formatted = group(digits);
  const before = text.slice(0, caret).replace(/\D/g, '').length - leading;
  return { text: formatted, caret: caret >= text.length ? formatted.length : placeAfter(formatted, before) };
}

function group(digits: string): string {
  const rest = digits.length > 6 ? `-${digits.slice(6)}` : '';
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}${rest}`;
}

function placeAfter(formatted: string, digits: number): number {
  let seen = 0;
  for (const [place, character] of Array.from(formatted).entries()) {
    if (seen >= digits) return digits <= 0 ? 0 : place;
    if (/\d/.test(character)) seen += 1;
  }
  return formatted.length;
}
