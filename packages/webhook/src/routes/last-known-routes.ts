import type { VoiceRoute } from '@numberkit/contract';
import { createBoundedMap } from '../bounded-map.ts';
import type { Clock } from '../clock.ts';

/** Bounds of the memory of routes. */
export interface LastKnownOptions {
  /** How many numbers are kept, the least recently called dropped first. */
  readonly maxEntries: number;
  /** How old a route may be and still be used, milliseconds. */
  readonly maxAgeMs: number;
}

/** The routes seen last, for when the store does not answer. */
export interface LastKnownRoutes {
  /** Order of a lookup about to start, for {@link LastKnownRoutes.learn}. */
  ask(): number;
  /** Keeps what the store said. A late answer never replaces that of a later question. */
  learn(phoneNumber: string, route: VoiceRoute | undefined, asked: number): void;
  recall(phoneNumber: string): VoiceRoute | undefined;
}

interface Entry {
  readonly route: VoiceRoute | undefined;
  readonly asked: number;
  readonly learnedAt: number;
}

/** Keeps routes in this process's memory only. "Nobody owns it" is kept too, so that a released number is forgotten. */
export function createLastKnownRoutes(options: LastKnownOptions, clock: Clock): LastKnownRoutes {
  const entries = createBoundedMap<Entry>(options.maxEntries);
  let questions = 0;
  return {
    ask() {
      questions += 1;
      return questions;
    },
    learn(phoneNumber, route, asked) {
      const known = entries.get(phoneNumber);
      if (known !== undefined && known.asked > asked) {
        return;
      }
      if (known !== undefined || route !== undefined) {
        entries.set(phoneNumber, { route, asked, learnedAt: clock.now() });
      }
    },
    recall(phoneNumber) {
      const entry = entries.get(phoneNumber);
      if (entry === undefined || clock.now() - entry.learnedAt > options.maxAgeMs) {
        entries.delete(phoneNumber);
        return undefined;
      }
      return entry.route;
    },
  };
}
