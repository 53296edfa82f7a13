import type { Forwarding } from '@numberkit/contract';
import { viewOf } from './follow.ts';
import { initialForwarding } from './model.ts';
import { type ForwardingSnapshots, takeForwardingSnapshot } from './snapshot.ts';

/**
 * Which of several to open with.
 *
 * @param forwardings newest first
 * @param id the one that was on screen, if any was
 */
export function chooseForwarding(forwardings: readonly Forwarding[], id: string | null): Forwarding | null {
  return (
    forwardings.find((each) => each.id === id) ??
    forwardings.find((each) => each.status === 'broken') ??
    forwardings.find((each) => each.status !== 'verified') ??
    forwardings[0] ??
    null
  );
}

/** Makes this one the one that is opened next. */
export function openNext(snapshots: ForwardingSnapshots, tenantId: string, forwarding: Forwarding): void {
  const model = { ...initialForwarding, forwarding, view: viewOf(forwarding) };
  const line = { ...model.line, text: forwarding.existingLine.display };
  snapshots.write(tenantId, takeForwardingSnapshot({ ...model, line }));
}
