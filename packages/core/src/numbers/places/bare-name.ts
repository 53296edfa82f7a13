const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bst\b/g, 'saint'],
  [/\bste\b/g, 'sainte'],
  [/\bmt\b/g, 'mount'],
  [/\bft\b/g, 'fort'],
];

/** A city's name without what people write differently: case, accents, punctuation, `St.` for `Saint`. */
export function bareName(name: string): string {
  let text = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, ' ');
  for (const [short, long] of abbreviations) text = text.replace(short, long);
  return text.replaceAll(' ', '');
}
