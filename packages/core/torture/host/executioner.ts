import type { KillEvent, KillPoint } from '../plan/kill-point.ts';

/** Counts events, and kills this very process at the one it was told. */
export interface Executioner {
  arm(point: KillPoint | null): void;
  /** The event happens now: the process may not survive this call. */
  happens(event: KillEvent): void;
  /** The event happens now; a process that is to die of it dies a moment later, with what it just sent on its way. */
  happensSoon(event: KillEvent): void;
}

/** Long enough to get a request out, short enough to leave the answer unread. */
const MOMENT_MILLISECONDS = 2;

/** @param kill ends the process at once, without any of its own code running any more. */
export function createExecutioner(kill: () => void): Executioner {
  let armed: KillPoint | null = null;
  let seen = 0;
  let ordered = false;
  const isDue = (event: KillEvent) => {
    if (armed?.event !== event) return false;
    seen += 1;
    return seen === armed.nth;
  };
  return {
    arm(point) {
      armed = point;
      seen = 0;
      ordered = false;
    },
    happens(event) {
      if (event === 'order-answered') ordered = true;
      if (isDue(event) || (event === 'statement' && ordered && isDue('settling'))) kill();
    },
    happensSoon(event) {
      if (isDue(event)) setTimeout(kill, MOMENT_MILLISECONDS);
    },
  };
}
