/**
 * Every request sets deadlines and meets them, so a timer each would be made only to be thrown away. Deadlines of one
 * length come due in the order they are set: one timer for each length looks after the oldest of them.
 */
export function createDeadlines(): (ms: number, run: () => void) => () => void {
  const queues = new Map<number, DeadlineQueue>();
  return (ms, run) => {
    let queue = queues.get(ms);
    if (queue === undefined) {
      queue = new DeadlineQueue(ms);
      queues.set(ms, queue);
    }
    return queue.add(run);
  };
}

interface Deadline {
  readonly at: number;
  readonly run: () => void;
  /** Undefined at the ends of the chain, and once it is out of it. */
  older: Deadline | undefined;
  newer: Deadline | undefined;
}

/** Deadlines of one length, chained, so that one leaves without a search. */
class DeadlineQueue {
  readonly #ms: number;
  #oldest: Deadline | undefined;
  #newest: Deadline | undefined;
  #timer: Timer | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  add(run: () => void): () => void {
    const deadline: Deadline = {
      at: performance.now() + this.#ms,
      run,
      older: this.#newest,
      newer: undefined,
    };
    if (this.#newest === undefined) {
      this.#oldest = deadline;
      this.#wake();
    } else {
      this.#newest.newer = deadline;
    }
    this.#newest = deadline;
    return () => this.#remove(deadline);
  }

  #remove(deadline: Deadline): void {
    const { older, newer } = deadline;
    // Out of the chain already.
    if (older === undefined && this.#oldest !== deadline) return;
    if (older === undefined) this.#oldest = newer;
    else older.newer = newer;
    if (newer === undefined) this.#newest = older;
    else newer.older = older;
    deadline.older = undefined;
    deadline.newer = undefined;
    // The timer outlasts the last deadline, and must not keep the process meanwhile.
    if (this.#oldest === undefined) this.#timer?.unref?.();
  }

  #wake(): void {
    if (this.#timer === undefined) this.#arm(this.#ms);
    else this.#timer.ref?.();
  }

  #arm(ms: number): void {
    // Node gives an object, browsers and edge runtimes a number, which has neither method.
    this.#timer = setTimeout(() => this.#meet(), ms) as unknown as Timer;
  }

  #meet(): void {
    this.#timer = undefined;
    try {
      this.#runDue();
    } finally {
      // One that threw must not take those behind it along.
      if (this.#oldest !== undefined && this.#timer === undefined) this.#arm(0);
    }
  }

  #runDue(): void {
    for (let due = this.#oldest; due !== undefined; due = this.#oldest) {
      const left = due.at - performance.now();
      if (left > 0) {
        this.#arm(Math.ceil(left));
        return;
      }
      this.#remove(due);
      due.run();
    }
  }
}

interface Timer {
  ref?(): unknown;
  unref?(): unknown;
}
