import type { VoiceRoute } from '@numberkit/contract';
import { createBoundedMap } from '../bounded-map.ts';
import type { Clock } from '../clock.ts';

/** Bounds of the memory of routes. */
export interface LastKnownOptions {
  /** How many numbers are kept at most; of those called last, at least half as many. */
  readonly maxEntries: number;
  /** How old a route may be and still be used, milliseconds. */
  readonly maxAgeMs: number;
  /** Read the routes at start from a source that has `warm`; default `true`. */
  readonly warm: boolean;
}

/** The routes seen last, for when the store does not answer. */
export interface LastKnownRoutes {
  /** Order of a lookup about to start, for {@link LastKnownRoutes.learn}. */
  ask(): number;
  /** Keeps what the store said. A late answer never replaces that of a later question. */
  learn(phoneNumber: string, route: VoiceRoute | undefined, asked: number): void;
  recall(phoneNumber: string): VoiceRoute | undefined;
  /** Learns from a list, behind what look-ups have told since it was begun. Resolves to how many were read. */
  warm(routes: AsyncIterable<VoiceRoute>): Promise<number>;
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
  let warming = false;
  const ask = (): number => {
    questions += 1;
    return questions;
  };
  const learn: LastKnownRoutes['learn'] = (phoneNumber, route, asked) => {
    const known = entries.get(phoneNumber);
    if (known !== undefined && known.asked > asked) {
      return;
    }
    // While a list is being read, it may still hold a number that was released in between.
    if (known !== undefined || route !== undefined || warming) {
      entries.set(phoneNumber, { route, asked, learnedAt: clock.now() });
    }
  };
  return {
    ask,
    learn,
    recall(phoneNumber) {
      const entry = entries.get(phoneNumber);
      if (entry === undefined || clock.now() - entry.learnedAt > options.maxAgeMs) {
        entries.delete(phoneNumber);
        return undefined;
      }
      return entry.route;
    },
    async warm(routes) {
      const asked = ask();
      let count = 0;
      warming = true;
      try {
        for await (const route of routes) {
          if (count >= options.maxEntries) {
            break;
          }
          learn(route.phoneNumber, route, asked);
          count += 1;
        }
        return count;
      } finally {
        warming = false;
      }
    },
  };
}
