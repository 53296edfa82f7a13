import type { Clock } from '../clock.ts';

/** One look-up that is under way. */
export interface LookupSlot {
  readonly since: number;
}

/** Bounds how many look-ups are under way at once. */
export interface LookupSlots {
  /** Undefined: too many are. */
  enter(): LookupSlot | undefined;
  leave(slot: LookupSlot): void;
}

/**
 * A store that slows down would otherwise gather a queue of questions nobody waits for any more. Look-ups that never
 * come back are given up after a while, or a store that swallowed them would not be asked again.
 */
export function createLookupSlots(maxLookups: number, giveUpMs: number, clock: Clock): LookupSlots {
  const taken = new Set<LookupSlot>();
  const freeOld = (now: number): void => {
    for (const slot of taken) {
      // The set lists the oldest first.
      if (now - slot.since < giveUpMs) {
        return;
      }
      taken.delete(slot);
    }
  };
  return {
    enter() {
      const slot = { since: clock.now() };
      if (taken.size >= maxLookups) {
        freeOld(slot.since);
      }
      if (taken.size >= maxLookups) {
        return undefined;
      }
      taken.add(slot);
      return slot;
    },
    leave: (slot) => void taken.delete(slot),
  };
}
