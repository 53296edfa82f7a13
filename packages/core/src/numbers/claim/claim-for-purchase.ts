import type { Operation } from '../../ledger/index.ts';
import type { NumberRecord } from '../number-store.ts';
import type { CheckedPurchase, PurchaseDeps } from '../purchase/index.ts';
import { type ClaimAnswer, claimNumber } from './claim-number.ts';

/**
 * A purchase that meets a pooled number: the number is claimed, and the carrier is not called. The operation is
 * written as done at once, so that the purchase's key is remembered where every other purchase's is.
 * @param index which of the candidates the number is.
 */
export function claimForPurchase(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  index: number,
  pooled: NumberRecord,
): Promise<ClaimAnswer> {
  const { tenantId, fingerprint } = purchase;
  return claimNumber(deps, {
    tenantId,
    choice: { numberId: pooled.id },
    actor: purchase.actor,
    reason: index === 0 ? 'the tenant chose this number' : 'the number before it was taken',
    substituted: index > 0,
    record: { idempotencyKey: null, fingerprint, askedAreaCode: pooled.areaCode },
    operation: (number, now) => doneAtOnce(deps.ids('op'), purchase, index, number, now),
  });
}

function doneAtOnce(
  id: string,
  purchase: CheckedPurchase,
  index: number,
  number: NumberRecord,
  now: Date,
): Operation {
  return {
    id,
    kind: 'buy-number',
    state: 'done',
    tenantId: purchase.tenantId,
    idempotencyKey: purchase.idempotencyKey,
    attempt: index + 1,
    fingerprint: purchase.fingerprint,
    numberId: number.id,
    alternatives: [],
    price: number.monthlyPrice,
    limitWindow: now.toISOString().slice(0, 10),
    calls: 0,
    leaseUntil: now,
    failure: null,
    createdAt: now,
    updatedAt: now,
  };
}
