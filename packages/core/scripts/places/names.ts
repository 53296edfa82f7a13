const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bbch\b/g, 'beach'],
  [/\bspgs\b/g, 'springs'],
  [/\bhts\b/g, 'heights'],
  [/\bisle$/g, 'island'],
  [/\binternatl\b/g, 'international'],
  [/\bct hse\b/g, 'court house'],
  [/\bct hs\b/g, 'court house'],
  [/\bcharter\b/g, ''],
  [/\b(township|twp)\b/g, ''],
  [/\bst\b/g, 'saint'],
  [/\bste\b/g, 'sainte'],
  [/\bmt\b/g, 'mount'],
  [/\bft\b/g, 'fort'],
];

/** A town's name without what sources write differently: case, accents, punctuation, abbreviations. */
export function bareName(name: string): string {
  let text = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, ' ');
  for (const [short, long] of abbreviations) text = text.replace(short, long);
  return text.replace(/ /g, '');
}

/**
 * Does a Canadian postal area of this name lie in the town? Areas are named like `Edmonton (kaskitayo)` and
 * `Downtown Toronto (ryerson)`, and their accented letters are lost.
 */
export function namesTown(area: string, town: string): boolean {
  const bare = (text: string) => bareName(text.replace(/[^ -~]/g, ''));
  const own = bare(area.replace(/\(.*/, ''));
  return own.startsWith(bare(town)) || (/^(downtown|central)/.test(own) && own.endsWith(bare(town)));
}
