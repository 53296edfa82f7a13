import type { ForwardingTestRecord } from '../forwarding-test-store.ts';

const SECOND = 1_000;
/** After the first test that did not come back, the second, and so on; the last holds from then on. */
const UNPROVED = [30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND];
const PROVED = 5 * SECOND;

/**
 * When a line may be tested again: one that never forwarded to us may be a stranger's, who is not to be rung again and
 * again.
 * @param done its tests that are over, newest first
 * @param proved has a test of it ever come back?
 */
export function nextTestAt(
  done: readonly Pick<ForwardingTestRecord, 'endedAt'>[],
  proved: boolean,
): Date | null {
  const last = done[0]?.endedAt;
  if (!last) return null;
  const wait = proved ? PROVED : (UNPROVED[done.length - 1] ?? UNPROVED.at(-1) ?? 0);
  return new Date(last.getTime() + wait);
}
