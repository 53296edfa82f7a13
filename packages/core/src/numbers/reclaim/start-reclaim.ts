import { NumberkitError } from '../../errors.ts';
import { numberErrors } from '../errors.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import type { ReclaimingNumber, StartReclaimRequest, UndoReclaimRequest } from './reclaim.ts';
import { planStart } from './reclaim-plan.ts';
import type { SetReclaimPolicy } from './reclaim-policy.ts';
import { targetNumbers } from './target-numbers.ts';

const LONGEST_GRACE_DAYS = 3650;

/** Begins a grace period; a number that is in one keeps it, so that a repetition changes nothing. */
export async function startReclaim(
  deps: LifeDeps,
  policy: SetReclaimPolicy,
  request: StartReclaimRequest,
): Promise<readonly ReclaimingNumber[]> {
  const graceDays = checkDays(request.graceDays ?? policy.graceDays);
  const { numbers } = await deps.open();
  const reclaiming: ReclaimingNumber[] = [];
  for (const number of await targetNumbers(numbers, request)) {
    const reclaimAt = number.reclaimAt ?? (await startOne(deps, policy, graceDays, number, request));
    if (reclaimAt) reclaiming.push({ numberId: number.id, reclaimAt });
  }
  return reclaiming;
}

async function startOne(
  deps: LifeDeps,
  policy: SetReclaimPolicy,
  graceDays: number,
  { id, tenantId }: NumberRecord,
  { actor, reason }: StartReclaimRequest,
): Promise<Date | undefined> {
  const now = deps.clock.now();
  const start = planStart(policy, graceDays, now);
  const { transaction } = await deps.open();
  return transaction(async (stores) => {
    const seen = { state: 'assigned', tenantId, reclaimAt: null } as const;
    if (!(await stores.numbers.move(id, seen, 'assigned', start, now))) {
      // Somebody was faster: begun by them, or no longer this tenant's.
      const current = await stores.numbers.get(id);
      return current?.tenantId === tenantId ? (current.reclaimAt ?? undefined) : undefined;
    }
    await deps.record(stores.trail, {
      event: 'number.reclaim-started',
      actor,
      reason,
      tenantId,
      numberId: id,
      data: { graceDays, reclaimAt: start.reclaimAt.toISOString() },
    });
    return start.reclaimAt;
  });
}

/** Ends grace periods before they run out. @returns ids of the numbers whose grace period it was. */
export async function undoReclaim(deps: LifeDeps, request: UndoReclaimRequest): Promise<readonly string[]> {
  const { numbers, transaction } = await deps.open();
  const kept: string[] = [];
  for (const { id, tenantId, reclaimAt } of await targetNumbers(numbers, request)) {
    if (!reclaimAt) continue;
    const now = deps.clock.now();
    const undone = await transaction(async (stores) => {
      const seen = { state: 'assigned', tenantId, reclaimAt } as const;
      const change = { reclaimAt: null, reclaimWarned: null, dueAt: null };
      if (!(await stores.numbers.move(id, seen, 'assigned', change, now))) return false;
      const { actor, reason } = request;
      const event = 'number.reclaim-undone';
      await deps.record(stores.trail, { event, actor, reason, tenantId, numberId: id });
      return true;
    });
    if (undone) kept.push(id);
  }
  return kept;
}

function checkDays(days: number): number {
  if (Number.isFinite(days) && days >= 0 && days <= LONGEST_GRACE_DAYS) return days;
  throw new NumberkitError(numberErrors.invalidReclaim, {
    detail: `The grace period is not 0 to ${LONGEST_GRACE_DAYS} days.`,
    fields: [
      {
        field: 'graceDays',
        reason: 'out of range',
        remedy: `Send a number from 0 to ${LONGEST_GRACE_DAYS}.`,
      },
    ],
  });
}
