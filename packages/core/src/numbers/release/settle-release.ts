import type { OperationState } from '../../ledger/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { Release, Released } from './release.ts';
import { retryDelay } from './retry-delay.ts';

const OPEN: readonly OperationState[] = ['intended', 'unknown'];

/**
 * Step 3 of the money rule: the carrier has the number back, in one transaction with the trail.
 * Race: if somebody settled it meanwhile, nothing is written twice.
 */
export async function settleReleased(
  deps: LifeDeps,
  { operation, number, actor }: Release,
  how: 'released' | 'gone',
): Promise<Released> {
  const now = deps.clock.now();
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    const change = { state: 'done', failure: null } as const;
    if (!(await stores.operations.move(operation.id, OPEN, change, now))) return false;
    await stores.numbers.move(number.id, 'releasing', 'released', {}, now);
    await deps.record(stores.trail, {
      event: 'number.released',
      actor,
      reason: how === 'released' ? 'the carrier confirmed the release' : 'the carrier has it no more',
      tenantId: operation.tenantId,
      numberId: number.id,
      operationId: operation.id,
      data: { carrier: deps.carrier.name, carrierSid: number.carrierSid, tries: operation.calls },
    });
    return true;
  });
  if (won) deps.events.emit('number.released', { tenantId: operation.tenantId, numberId: number.id });
  return { numberId: number.id, outcome: 'released' };
}

/**
 * Leaves the operation open and says when the sweep tries again. With a failure the host is told; the trail gets a
 * line when the failure is another than before, so that a carrier that is down for a week does not fill it.
 * @param failed undefined while an emergency address is being cleared: that only takes its time.
 */
export async function postpone(
  deps: LifeDeps,
  { operation, number, actor }: Release,
  failed: { readonly failure: string; readonly detail: string } | undefined,
): Promise<Released> {
  const now = deps.clock.now();
  const failure = failed?.failure ?? null;
  const leaseUntil = new Date(now.getTime() + (failed ? retryDelay(operation.calls) : retryDelay(1)));
  const { transaction } = await deps.open();
  const open = await transaction(async (stores) => {
    const change = { state: 'unknown', failure, leaseUntil, calls: operation.calls + 1 } as const;
    if (!(await stores.operations.move(operation.id, OPEN, change, now))) return false;
    if (!failed || failed.failure === operation.failure) return true;
    await deps.record(stores.trail, {
      event: 'number.release-failed',
      actor,
      reason: failed.detail,
      tenantId: operation.tenantId,
      numberId: number.id,
      operationId: operation.id,
      data: { failure, tries: operation.calls },
    });
    return true;
  });
  if (!open) return { numberId: number.id, outcome: 'released' };
  if (failed) {
    const { tenantId, calls: attempts } = operation;
    deps.events.emit('number.release-failed', {
      tenantId,
      numberId: number.id,
      failure: failed.failure,
      attempts,
    });
  }
  return { numberId: number.id, outcome: 'releasing' };
}
