import type { Clock } from '../clock.ts';
import { withinDeadline } from '../deadline.ts';
import { describeError, type Observer } from '../webhook-event.ts';

/** A function of the host, told about something that happened. */
export type Hook<T> = (event: T) => void | Promise<void>;

/** What calling a hook needs. */
export interface HookParts {
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly emit: Observer;
}

/**
 * Calls a hook and waits for it within the deadline (a serverless host is frozen once the answer is out).
 * A hook that fails is reported to the observer, never to Twilio.
 */
export async function runHook<T>(
  name: string,
  hook: Hook<T> | undefined,
  event: T,
  { deadlineMs, clock, emit }: HookParts,
): Promise<void> {
  if (hook === undefined) {
    return;
  }
  const outcome = await withinDeadline(() => hook(event), deadlineMs, clock);
  if (outcome.kind === 'error') {
    emit({ type: 'hook-failed', hook: name, error: describeError(outcome.error) });
  } else if (outcome.kind === 'late') {
    emit({ type: 'hook-failed', hook: name, error: `late: took more than ${deadlineMs} ms` });
  }
}
