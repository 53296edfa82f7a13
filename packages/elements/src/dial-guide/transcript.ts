import type { DialStep } from '@numberkit/contract';
import type { GuideWords } from '../forwarding-words/index.ts';
import { type Beat, beatsOf } from './beats.ts';

/** One moment in words: `Press star`. */
export function captionOf(beat: Beat, step: DialStep, words: GuideWords): string {
  if (beat.kind === 'key') return words.press(nameOf(beat.key, words));
  if (beat.kind === 'hear') return words.hears[step.hears] ?? words.hears.message;
  return words[beat.kind];
}

/** A whole step in words, a line for each moment; the keys between two waits are one line. */
export function transcribe(step: DialStep, words: GuideWords): readonly string[] {
  const lines: string[] = [];
  let keys: string[] = [];
  const flush = () => {
    if (keys.length > 0) lines.push(words.press(keys.join(' ')));
    keys = [];
  };
  for (const beat of beatsOf(step)) {
    if (beat.kind === 'key') {
      keys.push(nameOf(beat.key, words));
      continue;
    }
    flush();
    lines.push(captionOf(beat, step, words));
  }
  if (step.mustBeAnswered) lines.splice(-1, 0, words.mustBeAnswered);
  return lines;
}

function nameOf(key: string, words: GuideWords): string {
  if (key === '*') return words.star;
  return key === '#' ? words.hash : key;
}
