import type { Actor } from '../activity/index.ts';
import type { ForwardingDeps, ForwardingStores } from './forwarding-deps.ts';
import { nextStep } from './forwarding-life.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import { HOUR } from './watch/index.ts';

/**
 * Notes that a forwarding is to be off, and lets the watch prove it by itself, should the tenant not. In the
 * transaction that `stores` belong to.
 * @returns the forwarding as it is now
 */
export async function markCancelled(
  deps: Pick<ForwardingDeps, 'clock' | 'record'>,
  stores: ForwardingStores,
  forwardingId: string,
  by: { readonly actor: Actor; readonly reason: string },
): Promise<ForwardingRecord | undefined> {
  const before = await stores.forwardings.lock(forwardingId);
  if (!before) return undefined;
  const { status } = nextStep(before.status, { kind: 'cancelled' });
  if (status === before.status) return before;
  const now = deps.clock.now();
  const change = {
    status,
    cancelledAt: now,
    doubtedAt: null,
    brokenAt: null,
    brokenCause: null,
    checkAt: new Date(now.getTime() + HOUR),
    checks: 0,
  };
  await stores.forwardings.change(forwardingId, change, now);
  const { tenantId, numberId } = before;
  await deps.record(stores.trail, {
    event: 'forwarding.cancelled',
    ...by,
    tenantId,
    ...(numberId !== null && { numberId }),
    data: { forwardingId, from: before.status },
  });
  return { ...before, ...change };
}
