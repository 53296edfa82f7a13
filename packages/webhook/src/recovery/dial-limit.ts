import { createBoundedMap } from '../bounded-map.ts';
import type { Clock } from '../clock.ts';
import { isE164, type VoiceCall } from '../request/index.ts';

/** Says whether a call may be sent to its dial agent once more. */
export type DialLimit = (call: VoiceCall) => boolean;

const MAX_DIALS = 3;
const WINDOW_MS = 60_000;
const MAX_ENTRIES = 10_000;

/**
 * A dial agent shows the caller's own number, so a line that forwards to us sends back a call that looks new.
 * The same caller reaching the same number a fourth time within a minute is such a round, and ends here.
 * Counts in this process only; a fleet ends the round after a few more.
 */
export function createDialLimit(clock: Clock): DialLimit {
  const recent = createBoundedMap<{ readonly since: number; dials: number }>(MAX_ENTRIES);
  return (call) => {
    // Callers without a number are shown the called one instead, by which `mayDial` knows them again.
    if (!isE164(call.from)) {
      return true;
    }
    const key = `${call.from} ${call.to}`;
    const now = clock.now();
    const known = recent.get(key);
    if (known !== undefined && now - known.since < WINDOW_MS) {
      known.dials += 1;
      return known.dials <= MAX_DIALS;
    }
    recent.set(key, { since: now, dials: 1 });
    return true;
  };
}
