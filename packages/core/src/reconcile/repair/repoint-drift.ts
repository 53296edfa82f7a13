import { settingsMark } from '../../numbers/index.ts';
import type { Repair } from '../finding.ts';
import type { ConfirmedPair } from '../read-pair.ts';
import { RECONCILER, type ReconcileDeps } from '../reconcile-deps.ts';

/** Sends the calls of a number of ours to us again. The same settings twice are the same settings. */
export async function repointDrift(deps: ReconcileDeps, pair: ConfirmedPair): Promise<Repair> {
  const { found, record, finding } = pair;
  if (!found || !record || finding.kind !== 'drift') return { outcome: 'left', detail: 'it has changed' };
  if (finding.fields.some(({ field }) => field !== 'carrierSid')) {
    await deps.carrier.configureNumber(found.sid, deps.settings);
  }
  const mark = settingsMark(deps.settings);
  const { transaction } = await deps.open();
  const written = await transaction(async ({ numbers, trail }) => {
    const now = deps.clock.now();
    const expected = { state: record.state, tenantId: record.tenantId };
    const change = { carrierSid: found.sid, settingsMark: mark };
    if (!(await numbers.move(record.id, expected, record.state, change, now))) return false;
    await deps.record(trail, {
      event: 'number.drift-repaired',
      actor: RECONCILER,
      reason: `the carrier had it set up differently: ${finding.fields.map(({ field }) => field).join(', ')}`,
      tenantId: record.tenantId,
      numberId: record.id,
      data: { fields: finding.fields.map(({ field }) => field), carrierSid: found.sid },
    });
    return true;
  });
  // Moved meanwhile, to another tenant or on its way out; it is pointed at us either way.
  return written
    ? { outcome: 'repaired', detail: 'its calls come to us again' }
    : { outcome: 'left', detail: 'it moved meanwhile' };
}
