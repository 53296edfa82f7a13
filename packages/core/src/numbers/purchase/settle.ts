import type { Actor, TrailStore } from '../../activity/index.ts';
import type { CarrierNumber } from '../../carrier/index.ts';
import { giveBackBounds, purchaseBounds } from '../../guard/index.ts';
import type { OperationState } from '../../ledger/index.ts';
import type { NumberRecord } from '../number-store.ts';
import { settingsMark } from '../settings-mark.ts';
import { tenantNumber } from '../tenant-number.ts';
import { countedAs } from './counted-as.ts';
import type { Intent, Placed, PurchaseDeps } from './purchase-deps.ts';

const OPEN: readonly OperationState[] = ['intended', 'unknown'];

/**
 * Step 3 of the money rule, the good end: the operation is done, the number takes its tenant's calls (or waits in the
 * pool, when it was bought for nobody yet), the trail says so; all in one transaction.
 *
 * Race: if a sweep settled the operation meanwhile, nothing is written twice and the settled state is told.
 * @param adopted the purchase was found at the carrier after an unknown outcome.
 */
export async function settleBought(
  deps: PurchaseDeps,
  intent: Intent,
  bought: CarrierNumber,
  adopted: boolean,
): Promise<Placed> {
  const { operation, number } = intent;
  const now = deps.clock.now();
  const settled = settledNumber(deps, intent, bought, now);
  const { state, carrierSid, activatedAt, settingsMark: mark } = settled;
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    if (!(await stores.operations.move(operation.id, OPEN, { state: 'done' }, now))) return false;
    const change = { carrierSid, activatedAt, settingsMark: mark };
    await stores.numbers.move(number.id, 'buying', state, change, now);
    await recordBought(deps, stores.trail, intent, bought, adopted);
    return true;
  });
  if (!won) return settledElsewhere(deps, intent, bought);
  if (operation.tenantId !== null) {
    const view = await tenantNumber(settled, operation.attempt > 1);
    deps.events.emit('number.activated', { tenantId: operation.tenantId, number: view });
  }
  return { outcome: 'active', number: settled };
}

/** How the number is once it is ours: the tenant's, or the pool's when the intent names no tenant. */
function settledNumber(
  { settings }: PurchaseDeps,
  { operation, number }: Intent,
  bought: CarrierNumber,
  now: Date,
): NumberRecord {
  const mark = settingsMark(settings);
  const ours = { ...number, carrierSid: bought.sid, settingsMark: mark, updatedAt: now };
  return operation.tenantId === null
    ? { ...ours, state: 'pooled' }
    : { ...ours, state: 'assigned', activatedAt: now };
}

async function recordBought(
  deps: PurchaseDeps,
  trail: TrailStore,
  { operation, number, actor }: Intent,
  bought: CarrierNumber,
  adopted: boolean,
): Promise<void> {
  const about = { actor, tenantId: operation.tenantId, numberId: number.id, operationId: operation.id };
  await deps.record(trail, {
    ...about,
    event: 'number.purchased',
    reason: adopted ? 'found at the carrier after an unclear answer' : 'the carrier confirmed the purchase',
    data: { carrier: deps.carrier.name, carrierSid: bought.sid, monthlyPrice: operation.price, adopted },
  });
  await deps.record(
    trail,
    operation.tenantId === null
      ? { ...about, event: 'number.pooled', reason: 'bought in advance; it waits for a tenant' }
      : { ...about, event: 'number.activated', reason: 'its voice URL was set with the purchase' },
  );
}

/** Step 3, the clear refusal: nothing bought, nothing charged, what was counted is given back. */
export async function settleRefused(
  deps: PurchaseDeps,
  intent: Intent,
  failure: string,
  detail: string,
): Promise<Placed> {
  const { operation, number, actor } = intent;
  const now = deps.clock.now();
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    if (!(await stores.operations.move(operation.id, OPEN, { state: 'refused', failure }, now))) return false;
    await stores.numbers.move(number.id, 'buying', 'refused', {}, now);
    await giveBackBounds(stores.limits, purchaseBounds(deps.limits, countedAs(operation)));
    await deps.record(stores.trail, {
      event: 'number.purchase-refused',
      actor,
      reason: detail,
      tenantId: operation.tenantId,
      numberId: number.id,
      operationId: operation.id,
      data: { failure },
    });
    return true;
  });
  if (!won) return settledElsewhere(deps, intent, undefined);
  if (operation.tenantId !== null) {
    const { tenantId } = operation;
    if (tenantId !== null) deps.events.emit('number.refused', { tenantId, numberId: number.id, failure });
  }
  return { outcome: 'refused', failure };
}

/** Notes that the outcome is unknown; only asking the carrier may settle it from here. */
export async function markUnknown(deps: PurchaseDeps, intent: Intent, detail: string): Promise<void> {
  const { operation, number, actor } = intent;
  const { transaction } = await deps.open();
  await transaction(async (stores) => {
    const now = deps.clock.now();
    if (!(await stores.operations.move(operation.id, OPEN, { state: 'unknown' }, now))) return;
    await deps.record(stores.trail, {
      event: 'number.purchase-unknown',
      actor,
      reason: detail,
      tenantId: operation.tenantId,
      numberId: number.id,
      operationId: operation.id,
    });
  });
}

/** The number as it stands while its outcome is open. */
export function stillPending(intent: Intent): Placed {
  return { outcome: 'pending', number: intent.number };
}

async function settledElsewhere(
  deps: PurchaseDeps,
  intent: Intent,
  bought: CarrierNumber | undefined,
): Promise<Placed> {
  const { operations, numbers, trail } = await deps.open();
  const operation = await operations.get(intent.operation.id);
  const number = (await numbers.get(intent.number.id)) ?? intent.number;
  if (operation?.state !== 'refused') {
    return { outcome: 'active', number };
  }
  if (bought) {
    // The carrier confirmed after the operation was given up as refused: paid for, and it must not be lost.
    await deps.record(trail, {
      event: 'number.purchase-late',
      actor: SYSTEM,
      reason: 'the carrier confirmed after the operation had been settled as refused; reconcile adopts it',
      tenantId: intent.operation.tenantId,
      numberId: number.id,
      operationId: operation.id,
      data: { carrierSid: bought.sid },
    });
  }
  return { outcome: 'refused', failure: operation.failure ?? 'number-unavailable' };
}

const SYSTEM: Actor = { kind: 'system', id: 'ledger' };
