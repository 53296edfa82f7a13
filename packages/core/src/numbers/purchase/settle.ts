import type { Actor } from '../../activity/index.ts';
import type { CarrierNumber } from '../../carrier/index.ts';
import { giveBackBounds, purchaseBounds } from '../../guard/index.ts';
import type { OperationState } from '../../ledger/index.ts';
import { settingsMark } from '../settings-mark.ts';
import { tenantNumber } from '../tenant-number.ts';
import { countedAs } from './counted-as.ts';
import type { Intent, Placed, PurchaseDeps } from './purchase-deps.ts';

const OPEN: readonly OperationState[] = ['intended', 'unknown'];

/**
 * Step 3 of the money rule, the good end: the operation is done, the number takes its tenant's calls, the trail
 * says so; all in one transaction.
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
  const { operation, number, actor } = intent;
  const now = deps.clock.now();
  // Without a tenant it was bought for the pool, and waits there.
  const state = operation.tenantId === null ? 'pooled' : 'assigned';
  const change = {
    carrierSid: bought.sid,
    activatedAt: operation.tenantId === null ? null : now,
    settingsMark: settingsMark(deps.settings),
  };
  const { transaction } = await deps.open();
  const won = await transaction(async (stores) => {
    if (!(await stores.operations.move(operation.id, OPEN, { state: 'done' }, now))) return false;
    await stores.numbers.move(number.id, 'buying', state, change, now);
    const about = { tenantId: operation.tenantId, numberId: number.id, operationId: operation.id };
    await deps.record(stores.trail, {
      ...about,
      event: 'number.purchased',
      actor,
      reason: adopted ? 'found at the carrier after an unclear answer' : 'the carrier confirmed the purchase',
      data: { carrier: deps.carrier.name, carrierSid: bought.sid, monthlyPrice: operation.price, adopted },
    });
    if (operation.tenantId === null) return true;
    await deps.record(stores.trail, {
      ...about,
      event: 'number.activated',
      actor,
      reason: 'its voice URL was set with the purchase',
    });
    return true;
  });
  if (!won) return settledElsewhere(deps, intent, bought);
  const view = await tenantNumber({ ...number, ...change, state }, operation.attempt > 1);
  if (operation.tenantId !== null) {
    deps.events.emit('number.activated', { tenantId: operation.tenantId, number: view });
  }
  return { outcome: 'active', number: view };
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
    deps.events.emit('number.refused', { tenantId: operation.tenantId, numberId: number.id, failure });
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
export async function stillPending(intent: Intent): Promise<Placed> {
  return { outcome: 'pending', number: await tenantNumber(intent.number, intent.operation.attempt > 1) };
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
    return { outcome: 'active', number: await tenantNumber(number, intent.operation.attempt > 1) };
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
