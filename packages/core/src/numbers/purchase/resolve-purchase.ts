import type { Actor } from '../../activity/index.ts';
import type { Operation } from '../../ledger/index.ts';
import { settleByAsking } from './place-order.ts';
import type { PurchaseDeps } from './purchase-deps.ts';
import { settleRefused } from './settle.ts';

const LEDGER: Actor = { kind: 'system', id: 'settle-operations' };

/**
 * Settles one purchase whose process died or never got a clear answer; the ledger's sweep calls it for operations
 * whose lease has run out. The lease outlasts every carrier call, so a number that the carrier does not have by now
 * was not bought. Nothing is ordered here: whoever wanted the number may long have chosen another.
 * @returns is the operation settled?
 */
export async function resolvePurchase(deps: PurchaseDeps, operation: Operation): Promise<boolean> {
  const { numbers } = await deps.open();
  const number = await numbers.get(operation.numberId);
  if (!number) throw new Error(`operation ${operation.id} has no number row`);
  const intent = { operation, number, actor: LEDGER };
  const placed = await settleByAsking(deps, intent);
  if (placed === 'absent') {
    await settleRefused(deps, intent, 'number-unavailable', 'the carrier never sold it to us');
    return true;
  }
  return placed.outcome !== 'pending';
}
