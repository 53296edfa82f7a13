import { giveBackBounds, heldBound } from '../../guard/index.ts';
import { tenantNumber } from '../../numbers/index.ts';
import type { Repair } from '../finding.ts';
import type { ConfirmedPair } from '../read-pair.ts';
import { RECONCILER, type ReconcileDeps } from '../reconcile-deps.ts';

/**
 * Ends the life of a number that the carrier does not have any more, and tells. Race: conditional on the row as it was
 * confirmed; of two reconcilers one gets to tell.
 */
export async function markLost(deps: ReconcileDeps, { record, finding }: ConfirmedPair): Promise<Repair> {
  if (!record || finding.kind !== 'ghost') return { outcome: 'left', detail: 'it has changed' };
  const { tenantId } = record;
  const { transaction } = await deps.open();
  const marked = await transaction(async ({ numbers, limits, trail }) => {
    const now = deps.clock.now();
    // Without its SID: should the carrier show the number again, another row has to take it.
    const change = { carrierSid: null, dueAt: null, reclaimAt: null };
    const expected = { state: record.state, tenantId };
    if (!(await numbers.move(record.id, expected, 'released', change, now))) return false;
    if (tenantId !== null) await giveBackBounds(limits, [heldBound(deps.limits, tenantId)]);
    await deps.record(trail, {
      event: 'number.lost',
      actor: RECONCILER,
      reason: 'the carrier account does not have it any more',
      tenantId,
      numberId: record.id,
      data: { carrierSid: record.carrierSid, state: record.state, monthlyPrice: record.monthlyPrice },
    });
    return true;
  });
  if (!marked) return { outcome: 'left', detail: 'it moved meanwhile' };
  const number = await tenantNumber({ ...record, state: 'released' }, false);
  deps.events.emit('number.lost', { tenantId, number });
  return {
    outcome: 'repaired',
    detail: tenantId === null ? 'marked lost' : 'marked lost, its tenant is told',
  };
}
