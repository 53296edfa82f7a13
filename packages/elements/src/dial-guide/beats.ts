import type { DialStep } from '@numberkit/contract';

/** One moment of dialling: a key, a wait, the call button, what is heard. */
export interface Beat {
  readonly kind: 'lift' | 'key' | 'wait' | 'call' | 'hear';
  /** The key, when it is one. */
  readonly key: string;
  /** How many keys have been pressed by then, this one included. */
  readonly typed: number;
  /** How long it lasts when it is played, in milliseconds. */
  readonly milliseconds: number;
}

const KEY_MS = 420;
/** After the code, and between the groups of a number, people breathe. */
const PAUSE_MS = 640;

/** The moments of one dial step in order: what an animation plays and a transcript lists. */
export function beatsOf(step: DialStep): readonly Beat[] {
  const beats: Beat[] = [];
  if (step.press === 'lift') beats.push({ kind: 'lift', key: '', typed: 0, milliseconds: 1_400 });
  const ends = groupEnds(step);
  let typed = 0;
  for (const key of step.keys) {
    if (key === ',') {
      beats.push({ kind: 'wait', key, typed, milliseconds: 1_600 });
      continue;
    }
    typed += 1;
    beats.push({ kind: 'key', key, typed, milliseconds: ends.has(typed) ? PAUSE_MS : KEY_MS });
  }
  if (step.press === 'call') beats.push({ kind: 'call', key: '', typed, milliseconds: 1_200 });
  beats.push({ kind: 'hear', key: '', typed, milliseconds: 2_400 });
  return beats;
}

/** After how many keys a group ends, as `shown` is grouped. */
function groupEnds({ shown }: DialStep): ReadonlySet<number> {
  const ends = new Set<number>();
  let keys = 0;
  for (const character of shown) {
    if (/[0-9*#]/.test(character)) keys += 1;
    else ends.add(keys);
  }
  return ends;
}
