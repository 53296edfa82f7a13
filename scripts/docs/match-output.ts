/**
 * Whether what a program printed is what the documentation says. `…` stands for anything within a line, and a line that
 * is only `…` for any number of lines. JSON is compared by value: the documentation may show a part of an object, and an
 * array that ends with `"…"` may be longer.
 */
export function matchesOutput(expected: string, actual: string, isJson: boolean): boolean {
  if (!isJson) return matchesText(expected, actual);
  try {
    const shown: unknown = JSON.parse(expected);
    const printed: unknown = JSON.parse(actual);
    return matchesValue(shown, printed);
  } catch {
    return matchesText(expected, actual);
  }
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function matchesText(expected: string, actual: string): boolean {
  const lines = expected.trimEnd().split('\n');
  const pattern = lines
    .map((line) =>
      line.trim() === '…'
        ? '(?:[^\\n]*\\n)*?'
        : `${line.trimEnd().split('…').map(escapePattern).join('[^\\n]*')}\\n`,
    )
    .join('');
  const printed = actual
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  return new RegExp(`^${pattern}$`).test(`${printed}\n`);
}

function matchesValue(shown: unknown, printed: unknown): boolean {
  if (typeof shown === 'string' && typeof printed === 'string') return matchesText(shown, printed);
  if (shown === '…') return true;
  if (Array.isArray(shown)) {
    if (!Array.isArray(printed)) return false;
    const isOpen = shown.at(-1) === '…';
    const items = isOpen ? shown.slice(0, -1) : shown;
    const fits = isOpen ? printed.length >= items.length : printed.length === items.length;
    return fits && items.every((item, index) => matchesValue(item, printed[index]));
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof printed !== 'object' || printed === null) return false;
    return Object.entries(shown).every(([key, value]) => matchesValue(value, Reflect.get(printed, key)));
  }
  return Object.is(shown, printed);
}
