import type { CallStatus } from '../../carrier/index.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { DriveTest } from './drive-test.ts';
import { OPEN_STAGES } from './stages.ts';

const ENDS: readonly string[] = [
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
] satisfies CallStatus[];

/** How a call of ours ended, as a status callback tells. */
export interface CallEnd {
  readonly callSid: string;
  /** The carrier's word, such as `completed`. */
  readonly status: string;
  readonly durationSeconds: number | null;
  /** ISO 8601; null when the carrier did not say. */
  readonly timestamp: string | null;
  readonly sipResponseCode?: number | null;
}

/** Writes down how the call of a test ended, as the carrier told by itself, and judges. Other calls are passed over. */
export async function noteCallEnd(
  deps: ForwardingDeps,
  drive: DriveTest,
  { callSid, status, durationSeconds, timestamp, sipResponseCode }: CallEnd,
): Promise<void> {
  if (!ENDS.includes(status)) return;
  const { forwardingTests } = await deps.open();
  const test = await forwardingTests.findByCall(callSid);
  if (!test || test.stage === 'done') return;
  const told = timestamp === null ? Number.NaN : Date.parse(timestamp);
  const now = deps.clock.now();
  // A clock of the carrier's that is fast must not make a short ring a long one.
  const overAt = Number.isNaN(told) ? now : new Date(Math.min(told, now.getTime()));
  const answered = status === 'completed' && durationSeconds !== null;
  const answeredAt = answered ? new Date(overAt.getTime() - durationSeconds * 1_000) : test.answeredAt;
  await forwardingTests.change(test.id, OPEN_STAGES, {
    // One of the list above.
    callStatus: status as CallStatus,
    callSeconds: durationSeconds,
    sipCode: sipResponseCode ?? null,
    overAt: test.overAt ?? overAt,
    answeredAt: test.answeredAt ?? answeredAt,
    lookAt: deps.clock.now(),
  });
  await drive(test.id);
}
