/** Part of a code: keys to press as they stand, our number, or how long the line rings first. */
export type CodePart =
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'number' | 'seconds' };

const PART = /\{number\}|\{seconds\}|[0-9*#,]+/y;

/** Takes a code of a carrier file apart; undefined when it is not well formed. */
export function parseCode(template: string): readonly CodePart[] | undefined {
  const parts: CodePart[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < template.length) {
    const [text] = PART.exec(template) ?? [];
    if (text === undefined) return undefined;
    if (text === '{number}') parts.push({ kind: 'number' });
    else if (text === '{seconds}') parts.push({ kind: 'seconds' });
    else parts.push({ kind: 'keys', keys: text });
  }
  return parts.length > 0 ? parts : undefined;
}

/** How often a part is in a code; 0 for a code that is not well formed. */
export function countParts(template: string, kind: CodePart['kind']): number {
  return (parseCode(template) ?? []).filter((part) => part.kind === kind).length;
}
