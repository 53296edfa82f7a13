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
 * A hook that fails is reported to the observer, never to Twilio; its answer is then undefined.
 */
export async function askHook<T>(
  name: string,
  ask: () => T | Promise<T>,
  { deadlineMs, clock, emit }: HookParts,
): Promise<T | undefined> {
  const outcome = await withinDeadline(ask, deadlineMs, clock);
  if (outcome.kind === 'value') {
    return outcome.value;
  }
  const late = `late: took more than ${deadlineMs} ms`;
  emit({
    type: 'hook-failed',
    hook: name,
    error: outcome.kind === 'late' ? late : describeError(outcome.error),
  });
  return undefined;
}

/** Tells a hook, if there is one, about an event. */
export async function runHook<T>(
  name: string,
  hook: Hook<T> | undefined,
  event: T,
  parts: HookParts,
): Promise<void> {
  if (hook !== undefined) {
    await askHook(name, () => hook(event), parts);
  }
}
