/** Where time comes from. Tests pass their own. */
export interface Clock {
  now(): Date;
  /** Resolves after this many milliseconds of this clock's time. */
  sleep(milliseconds: number): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
