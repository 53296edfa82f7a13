import type { CallChange, CallEvent, CallEventBody, TranscriptEntry } from './call-event.ts';

/** Everything that happened on one call leg, and who wants to know. */
export class CallLog {
  readonly #now: () => Date;
  readonly #events: CallEvent[] = [];
  readonly #transcript: TranscriptEntry[] = [];
  readonly #listeners = new Set<(change: CallChange) => void>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  get events(): readonly CallEvent[] {
    return this.#events;
  }

  get transcript(): readonly TranscriptEntry[] {
    return this.#transcript;
  }

  record(body: CallEventBody): void {
    const event: CallEvent = { ...body, seq: this.#events.length + 1, at: this.#now() };
    this.#events.push(event);
    this.#tell({ type: 'event', event });
  }

  /** Adds an entry and returns its id. */
  write(who: TranscriptEntry['who'], text: string, final = true): number {
    const id = this.#transcript.length + 1;
    this.#put({ id, who, text, at: this.#now(), final, interrupted: false });
    return id;
  }

  /** Changes an entry that is still growing, or marks it as cut short. */
  amend(id: number, change: Partial<Pick<TranscriptEntry, 'text' | 'final' | 'interrupted'>>): void {
    const entry = this.#transcript[id - 1];
    if (entry) this.#put({ ...entry, ...change });
  }

  onChange(listener: (change: CallChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(entry: TranscriptEntry): void {
    this.#transcript[entry.id - 1] = entry;
    this.#tell({ type: 'transcript', entry });
  }

  #tell(change: CallChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
