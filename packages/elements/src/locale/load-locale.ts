import { english } from './english.ts';
import type { Locale } from './locale.ts';

/** The locale for a language tag. English comes with the element; others are fetched when first asked for. */
export async function loadLocale(tag: string): Promise<Locale> {
  const [language] = tag.toLowerCase().split('-');
  if (language !== 'de') return english;
  try {
    return (await import('./german.ts')).german;
  } catch {
    return english;
  }
}
