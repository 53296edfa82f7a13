/** Runs something later. Passed in, so that tests decide when later is. */
export interface Timers {
  /**
   * @param milliseconds how long to wait
   * @returns cancels it; harmless after it ran
   */
  after(milliseconds: number, run: () => void): () => void;
}

/** The timers of the page. */
export const pageTimers: Timers = {
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
