import type { Call } from '../world/index.ts';
import type { CallChange, CallEvent, TranscriptEntry } from './call-event.ts';

/** The phone at one end of a call: what a test, or a person at the web phone, holds in the hand. */
export interface CallHandle {
  readonly sid: string;
  /** The live record: status, times, price. */
  readonly call: Readonly<Call>;
  /** Resolves when the call is over and its action and status callbacks have been delivered. */
  readonly ended: Promise<Readonly<Call>>;
  /** What was said so far, oldest first. */
  transcript(): readonly TranscriptEntry[];
  /** Webhooks, TwiML, WebSocket frames, warnings, statuses: oldest first. */
  events(): readonly CallEvent[];
  /** Says something. While nobody listens it waits for the next verb that does. */
  say(text: string): void;
  /** Presses keys: `0-9`, `*`, `#`, `A-D`. Throws a TypeError for others. */
  press(digits: string): void;
  /** Speaks over the agent; with `text` the agent then gets it as a prompt. */
  interrupt(text?: string): void;
  hangup(): void;
  /**
   * Waits until the agent or Twilio has said a text (part of it, or a pattern), or until the predicate is
   * true. Rejects after `timeoutMs` (default 5000, by the wall clock), or as soon as the call is over without
   * it, with the transcript and the last events in the message.
   */
  waitFor(text: string | RegExp, options?: { readonly timeoutMs?: number }): Promise<TranscriptEntry>;
  waitFor(
    predicate: (call: CallHandle) => boolean,
    options?: { readonly timeoutMs?: number },
  ): Promise<CallHandle>;
  /** Tells of each new event and each new or changed transcript entry. Returns the way to stop it. */
  onChange(listener: (change: CallChange) => void): () => void;
}
