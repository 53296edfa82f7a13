import { giveBackBounds, heldBound } from '../../guard/index.ts';
import { refuseForwarded } from '../forwarded.ts';
import type { NumberRecord } from '../number-store.ts';
import { SWEEPER, type Sweep } from './sweep.ts';

const REST_ON = 60 * 60_000;

/** Gives one warning, once: the update expects the warning before it. */
export async function warn(
  { deps, now, callsPerWeek }: Sweep,
  number: NumberRecord,
  daysBefore: number,
  dueAt: Date,
): Promise<boolean> {
  const { id, tenantId, reclaimAt, reclaimWarned, phoneNumber } = number;
  if (!reclaimAt) return false;
  const calls = await callsPerWeek(phoneNumber);
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    const seen = { state: 'assigned', tenantId, reclaimAt, reclaimWarned } as const;
    const change = { reclaimWarned: daysBefore, dueAt };
    if (!(await stores.numbers.move(id, seen, 'assigned', change, now))) return false;
    await deps.record(stores.trail, {
      event: 'number.reclaim-warned',
      actor: SWEEPER,
      reason: `its grace period ends in ${daysBefore} days at most`,
      tenantId,
      numberId: id,
      data: { daysBefore, reclaimAt: reclaimAt.toISOString(), callsPerWeek: calls },
    });
    return true;
  });
  if (won) {
    const event = { tenantId, numberId: id, daysBefore, reclaimAt, callsPerWeek: calls };
    deps.events.emit('number.reclaim-warning', event);
  }
  return won;
}

/** The grace period is over: no calls from now on, and it no longer counts for its tenant. */
export async function restNumber(
  { deps, now, callsPerWeek }: Sweep,
  number: NumberRecord,
  restUntil: Date,
): Promise<boolean> {
  const { id, tenantId, reclaimAt, phoneNumber } = number;
  const calls = await callsPerWeek(phoneNumber);
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    const seen = { state: 'assigned', tenantId, reclaimAt } as const;
    const change = { restUntil, dueAt: restUntil, reclaimAt: null, reclaimWarned: null };
    if (!(await stores.numbers.move(id, seen, 'resting', change, now))) return false;
    if (tenantId !== null) await giveBackBounds(stores.limits, [heldBound(deps.limits, tenantId)]);
    await deps.record(stores.trail, {
      event: 'number.rested',
      actor: SWEEPER,
      reason: 'its grace period is over; its callers shall not reach a stranger',
      tenantId,
      numberId: id,
      data: { restUntil: restUntil.toISOString(), callsPerWeek: calls },
    });
    return true;
  });
  if (won) deps.events.emit('number.resting', { tenantId, numberId: id, restUntil, callsPerWeek: calls });
  return won;
}

/** A line may still forward to it: it rests on, and is looked at again later. */
export async function restOn({ deps, now }: Sweep, { id, tenantId, restUntil }: NumberRecord): Promise<void> {
  const { numbers } = await deps.open();
  const seen = { state: 'resting', tenantId, restUntil } as const;
  await numbers.move(id, seen, 'resting', { dueAt: new Date(now.getTime() + REST_ON) }, now);
}

/** The rest is over: nobody's again, ready to be claimed. */
export async function returnToPool({ deps, now }: Sweep, number: NumberRecord): Promise<boolean> {
  const { id, tenantId, restUntil } = number;
  const { transaction } = await deps.open();
  return transaction(async (stores) => {
    const seen = { state: 'resting', tenantId, restUntil } as const;
    const change = { tenantId: null, restUntil: null, dueAt: null, activatedAt: null };
    if (!(await stores.numbers.move(id, seen, 'pooled', change, now))) return false;
    await refuseForwarded(stores, id);
    await deps.record(stores.trail, {
      event: 'number.returned',
      actor: SWEEPER,
      reason: 'its rest is over; it waits in the pool',
      tenantId,
      numberId: id,
    });
    return true;
  });
}
