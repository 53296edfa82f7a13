import type { OperationStore } from '../../ledger/index.ts';
import { isOver, type NumberStore } from '../../numbers/index.ts';
import type { TaggedPurchase } from '../compare-account.ts';
import type { OrphanReason } from '../finding.ts';

/** Where an adopted number goes. */
export type NewOwner =
  | { readonly state: 'assigned'; readonly tenantId: string }
  | { readonly state: 'pooled' | 'resting' };

/** A tenant that was told "no" has gone elsewhere by then. */
const WANTED_FOR_MILLISECONDS = 24 * 60 * 60_000;

/**
 * Who gets an orphan: the tenant it was bought for, when that tenant has not got anything else since and this purchase
 * was the last word of its intent, in the last day. Else the pool; by way of quarantine when people may know the number
 * as somebody else's.
 */
export async function chooseOwner(
  stores: { readonly numbers: NumberStore; readonly operations: OperationStore },
  why: OrphanReason,
  tagged: TaggedPurchase | undefined,
  now: Date,
): Promise<NewOwner> {
  const former = why === 'late-purchase' ? tagged?.operation.tenantId : tagged?.number?.tenantId;
  if (tagged && former && why !== 'points-here' && why !== 'release-failed') {
    const held = await stores.numbers.listByTenant(former);
    const since = why === 'late-purchase' ? tagged.operation.updatedAt : tagged.number?.updatedAt;
    const recent = since !== undefined && now.getTime() - since.getTime() < WANTED_FOR_MILLISECONDS;
    const empty = held.every(({ state }) => isOver(state));
    if (recent && empty && (await isLastWord(stores.operations, tagged))) {
      return { state: 'assigned', tenantId: former };
    }
  }
  return { state: why === 'late-purchase' ? 'pooled' : 'resting' };
}

/** Is this operation the latest of its intent? Else the tenant went on to another candidate. */
async function isLastWord(operations: OperationStore, { operation }: TaggedPurchase): Promise<boolean> {
  const { tenantId, kind, idempotencyKey } = operation;
  const latest = await operations.latest(tenantId, kind, idempotencyKey);
  return latest?.id === operation.id;
}
