import { untilCut } from './call-cut.ts';
import { passTime } from './pass-time.ts';
import type { PhoneInput } from './phone-line.ts';
import type { Walk } from './walk.ts';

/** Reads what the person at the phone does, one thing at a time. Close it when the verb is done. */
export class InputReader {
  readonly #walk: Walk;
  readonly #stop: () => void;
  readonly #buffer: PhoneInput[] = [];
  #wake: () => void = () => {};

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#stop = walk.leg.line.listen((input) => {
      this.#buffer.push(input);
      this.#wake();
    });
  }

  get hasInput(): boolean {
    return this.#buffer.length > 0;
  }

  /** Resolves when there is input or `ms` have passed; rejects with CallCut when the document is left. */
  async wait(ms: number): Promise<void> {
    if (this.hasInput) return;
    const done = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const late = passTime(this.#walk.exchange.world.clock, ms, done.signal);
    try {
      await untilCut(this.#walk.signal, Promise.race([woken, late]));
    } finally {
      done.abort();
    }
  }

  /** The next input, or undefined after `ms` without one. */
  async next(ms: number): Promise<PhoneInput | undefined> {
    await this.wait(ms);
    return this.#buffer.shift();
  }

  /** What came in and was not read. */
  rest(): readonly PhoneInput[] {
    return this.#buffer.splice(0);
  }

  close(): void {
    this.#stop();
  }
}
