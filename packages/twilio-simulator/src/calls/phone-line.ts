import type { CallLog } from './call-log.ts';

/** What the person at the phone does. */
export type PhoneInput =
  | { readonly kind: 'speech'; readonly text: string }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'interrupt'; readonly text: string | undefined };

/** What the person at the phone hears. */
export type PhoneSound =
  | { readonly kind: 'speech'; readonly who: 'agent' | 'twilio'; readonly text: string }
  | { readonly kind: 'digits'; readonly digits: string };

/**
 * The wire between a phone and the network. One verb listens at a time. What is said while nobody listens is
 * kept for the next listener: a test and a person at the web phone cannot see when a verb begins to listen.
 */
export class PhoneLine {
  readonly #log: CallLog;
  #listener: ((input: PhoneInput) => void) | undefined;
  #waiting: PhoneInput[] = [];
  readonly #hearers = new Set<(sound: PhoneSound) => void>();

  constructor(log: CallLog) {
    this.#log = log;
  }

  /** From the phone to the network. */
  input(input: PhoneInput): void {
    if (input.kind === 'digit') this.#log.write('caller', `[presses ${input.digit}]`);
    else if (input.text !== undefined) this.#log.write('caller', input.text);
    if (this.#listener) this.#listener(input);
    else this.#waiting.push(input);
  }

  /** Takes the inputs from now on, those kept first. A later listener takes over until it leaves. */
  listen(listener: (input: PhoneInput) => void): () => void {
    const before = this.#listener;
    this.#listener = listener;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const input of waiting) {
      if (this.#listener === listener) listener(input);
      else this.#waiting.push(input);
    }
    return () => {
      if (this.#listener === listener) this.#listener = before;
    };
  }

  /** From the network to the phone, complete at once. */
  speak(who: 'agent' | 'twilio', text: string): void {
    this.#log.write(who, text);
    this.hear({ kind: 'speech', who, text });
  }

  /** Tones from the network to the phone. */
  tones(digits: string): void {
    this.#log.write('twilio', `[tones ${digits}]`);
    this.hear({ kind: 'digits', digits });
  }

  /** Tells a connected line; the transcript is not written. */
  hear(sound: PhoneSound): void {
    for (const hearer of [...this.#hearers]) hearer(sound);
  }

  onHeard(hearer: (sound: PhoneSound) => void): () => void {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  }
}
