import type { ScheduledTask, SimulatorClock } from '../../world/index.ts';
import type { CallLog } from '../call-log.ts';

interface Mark {
  readonly name: string;
  readonly task: ScheduledTask;
}

/** The audio an agent sent, playing one piece after another, with the marks between the pieces. */
export class Playback {
  readonly #clock: SimulatorClock;
  readonly #log: CallLog;
  readonly #reached: (mark: string) => void;
  #until = 0;
  #entry: { id: number; ms: number } | undefined;
  #marks: Mark[] = [];

  constructor(clock: SimulatorClock, log: CallLog, reached: (mark: string) => void) {
    this.#clock = clock;
    this.#log = log;
    this.#reached = reached;
  }

  play(ms: number): void {
    const now = this.#clock.now().getTime();
    if (!this.#entry || this.#until <= now) this.#entry = { id: this.#log.write('agent', ''), ms: 0 };
    this.#until = Math.max(now, this.#until) + ms;
    this.#entry.ms += ms;
    this.#log.amend(this.#entry.id, { text: `[audio, ${(this.#entry.ms / 1000).toFixed(1)} s]` });
  }

  /** Reports the mark once everything before it has been played. */
  mark(name: string): void {
    const wait = this.#until - this.#clock.now().getTime();
    const mark: Mark = { name, task: this.#clock.schedule(wait, () => this.#pass(mark)) };
    this.#marks.push(mark);
  }

  /** Drops what has not been played; its marks are reported at once, as at Twilio. */
  clear(): void {
    this.#until = 0;
    for (const mark of [...this.#marks]) {
      mark.task.cancel();
      this.#pass(mark);
    }
  }

  stop(): void {
    for (const { task } of this.#marks) task.cancel();
    this.#marks = [];
  }

  #pass(mark: Mark): void {
    this.#marks = this.#marks.filter((other) => other !== mark);
    this.#reached(mark.name);
  }
}
