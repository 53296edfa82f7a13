import type { PurchaseClaim } from '../../guard/index.ts';
import type { Operation } from '../../ledger/index.ts';

/** What an operation was counted as, so that giving back meets the counters that were taken from. */
export function countedAs(operation: Operation): PurchaseClaim {
  return { tenantId: operation.tenantId, price: operation.price, day: operation.limitWindow };
}
