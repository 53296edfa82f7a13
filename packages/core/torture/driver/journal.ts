import type { Action, Answer } from '../plan/action.ts';

/** One answer, as a client remembers it. */
export interface Told {
  readonly round: number;
  readonly wave: number;
  readonly action: Action;
  readonly answer: Answer;
}

/** What clients asked for and were told. */
export interface Journal {
  note(told: Told): void;
  all(): readonly Told[];
}

export function createJournal(): Journal {
  const entries: Told[] = [];
  return { note: (told) => void entries.push(told), all: () => entries };
}
