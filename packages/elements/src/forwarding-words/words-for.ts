import { englishForwarding } from './english.ts';
import type { ForwardingLocale } from './forwarding-locale.ts';
import { germanForwarding } from './german.ts';

/** The words of forwarding in the language of a table: those that came with it, else ours. */
export function forwardingWords(locale: {
  readonly tag: string;
  readonly forwarding?: ForwardingLocale;
}): ForwardingLocale {
  if (locale.forwarding) return locale.forwarding;
  return /^de\b/i.test(locale.tag) ? germanForwarding : englishForwarding;
}
