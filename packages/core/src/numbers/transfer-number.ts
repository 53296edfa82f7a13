import type { Actor } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import { giveBackBounds, heldBound, limitErrors, takeBounds } from '../guard/index.ts';
import { assertTenantId } from '../tenant-id.ts';
import { numberErrors } from './errors.ts';
import { refuseForwarded } from './forwarded.ts';
import type { LifeDeps, LifeStores } from './life-deps.ts';

/** A number that changes hands. */
export interface TransferNumberRequest {
  readonly numberId: string;
  /** Who must own it now. */
  readonly fromTenantId: string;
  readonly toTenantId: string;
  readonly actor: Actor;
  /** For the trail, in a few words. */
  readonly reason: string;
}

/** Moves a number from one tenant to another; see {@link createTransferNumber}. */
export type TransferNumber = (request: TransferNumberRequest) => Promise<void>;

/**
 * Moves a number from one tenant to another, in one transaction: the next call reaches the new owner's agent. It
 * counts for the new owner's limit from then on. A reclaim of it ends, for that was about the old owner.
 *
 * Race: one conditional update names the old owner, so of two transfers at once one wins and the other is refused.
 *
 * @throws NumberkitError `number-not-found`, `wrong-owner`, `wrong-state`, `forwarding-not-off`, `limit-reached`,
 * `invalid-transfer`, `invalid-tenant-id`
 */
export function createTransferNumber(deps: LifeDeps): TransferNumber {
  return async (request) => {
    const { numberId, fromTenantId, toTenantId } = request;
    assertTenantId(fromTenantId);
    assertTenantId(toTenantId);
    if (fromTenantId === toTenantId) {
      throw new NumberkitError(numberErrors.invalidTransfer, { detail: 'Both tenants are the same.' });
    }
    const { transaction } = await deps.open();
    await transaction((stores) => write(deps, stores, request));
    deps.events.emit('number.transferred', { numberId, fromTenantId, toTenantId });
  };
}

async function write(deps: LifeDeps, stores: LifeStores, request: TransferNumberRequest): Promise<void> {
  const { numberId, fromTenantId, toTenantId, actor, reason } = request;
  const moved = await stores.numbers.move(
    numberId,
    { state: 'assigned', tenantId: fromTenantId },
    'assigned',
    { tenantId: toTenantId, reclaimAt: null, reclaimWarned: null, dueAt: null },
    deps.clock.now(),
  );
  if (!moved) throw await whyNot(stores, request);
  await refuseForwarded(stores, numberId);
  await moveCount(deps, stores, fromTenantId, toTenantId);
  for (const tenantId of [fromTenantId, toTenantId]) {
    await deps.record(stores.trail, {
      event: 'number.transferred',
      actor,
      reason,
      tenantId,
      numberId,
      data: { fromTenantId, toTenantId },
    });
  }
}

async function whyNot(
  stores: LifeStores,
  { numberId, fromTenantId }: TransferNumberRequest,
): Promise<NumberkitError> {
  const number = await stores.numbers.get(numberId);
  if (!number) return new NumberkitError(numberErrors.numberNotFound, { detail: 'There is no such number.' });
  if (number.tenantId !== fromTenantId) {
    return new NumberkitError(numberErrors.wrongOwner, {
      detail: 'The number is not, or no longer, the tenant’s from which it should be taken.',
    });
  }
  return new NumberkitError(numberErrors.wrongState, {
    detail: `The number is in state ${number.state}; only one that takes calls changes hands.`,
  });
}

/** Always the same tenant first, so that two transfers in opposite directions do not deadlock. */
async function moveCount(deps: LifeDeps, stores: LifeStores, from: string, to: string): Promise<void> {
  const giveBack = () => giveBackBounds(stores.limits, [heldBound(deps.limits, from)]);
  if (from < to) await giveBack();
  const passed = await takeBounds(stores.limits, [heldBound(deps.limits, to)]);
  if (passed) {
    throw new NumberkitError(limitErrors.limitReached, {
      detail: `The limit ${passed.name} of the receiving tenant is reached. Nothing was moved.`,
    });
  }
  if (from > to) await giveBack();
}
