import { NumberkitError } from '../../errors.ts';
import { assertTenantId } from '../../tenant-id.ts';
import { numberErrors } from '../errors.ts';
import type { NumberRecord, NumberStore } from '../number-store.ts';
import type { ReclaimTarget } from './reclaim.ts';

/**
 * The numbers a reclaim is about.
 * @throws NumberkitError `number-not-found`, `wrong-state`, `invalid-reclaim`, `invalid-tenant-id`
 */
export async function targetNumbers(
  numbers: NumberStore,
  target: ReclaimTarget,
): Promise<readonly NumberRecord[]> {
  if (target.tenantId !== undefined) assertTenantId(target.tenantId);
  if (target.numberId !== undefined) return [await oneNumber(numbers, target.numberId, target.tenantId)];
  if (target.tenantId === undefined) {
    throw new NumberkitError(numberErrors.invalidReclaim, {
      detail: 'Neither a tenant nor a number is named.',
    });
  }
  return (await numbers.listByTenant(target.tenantId)).filter(({ state }) => state === 'assigned');
}

async function oneNumber(
  numbers: NumberStore,
  numberId: string,
  tenantId: string | undefined,
): Promise<NumberRecord> {
  const number = await numbers.get(numberId);
  if (!number || (tenantId !== undefined && number.tenantId !== tenantId)) {
    throw new NumberkitError(numberErrors.numberNotFound, { detail: 'There is no such number.' });
  }
  if (number.state === 'assigned') return number;
  throw new NumberkitError(numberErrors.wrongState, {
    detail: `The number is in state ${number.state}; only one that takes calls can be reclaimed, or kept.`,
  });
}
