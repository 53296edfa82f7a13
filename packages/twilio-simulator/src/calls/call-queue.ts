import type { SimulatorClock } from '../world/index.ts';

/** Lets one outgoing call start each second, as Twilio does by default, and makes the others wait. */
export class CallQueue {
  readonly #clock: SimulatorClock;
  #nextAt = 0;

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /** Takes the next turn and says how long to wait for it, in milliseconds. */
  takeTurn(): number {
    const now = this.#clock.now().getTime();
    const turn = Math.max(now, this.#nextAt);
    this.#nextAt = turn + 1000;
    return turn - now;
  }
}
