import type { Timers } from '../timers/index.ts';
import type { Beat } from './beats.ts';

/** Where a guide stands: -1 is before the first moment. */
export interface Played {
  readonly index: number;
  readonly playing: boolean;
}

/** Plays moments one after the other, in their rhythm, and stops at the last. */
export class Player {
  #beats: readonly Beat[] = [];
  #played: Played = { index: -1, playing: false };
  #cancel: () => void = () => {};
  #timers: Timers;
  #onChange: (played: Played) => void;

  constructor(timers: Timers, onChange: (played: Played) => void) {
    this.#timers = timers;
    this.#onChange = onChange;
  }

  /** Other moments: stands before the first of them. */
  load(beats: readonly Beat[]): void {
    this.#beats = beats;
    this.#stand(-1, false);
  }

  /** Plays on; at the end, from the start. */
  play(): void {
    const atEnd = this.#played.index >= this.#beats.length - 1;
    this.#stand(atEnd ? 0 : this.#played.index + 1, true);
  }

  pause(): void {
    this.#stand(this.#played.index, false);
  }

  /** @param by one on, or one back; playing stops */
  step(by: 1 | -1): void {
    const last = this.#beats.length - 1;
    this.#stand(Math.max(-1, Math.min(last, this.#played.index + by)), false);
  }

  replay(): void {
    this.#stand(0, true);
  }

  #stand(index: number, playing: boolean): void {
    this.#cancel();
    const beat = this.#beats[index];
    const goesOn = playing && index < this.#beats.length - 1;
    this.#played = { index, playing: goesOn };
    if (beat && goesOn) {
      this.#cancel = this.#timers.after(beat.milliseconds, () => this.#stand(index + 1, true));
    }
    this.#onChange(this.#played);
  }
}
