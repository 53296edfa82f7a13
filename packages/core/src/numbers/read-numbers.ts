import type { TenantNumber } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import type { OperationStore } from '../ledger/index.ts';
import { assertTenantId } from '../tenant-id.ts';
import { numberErrors } from './errors.ts';
import type { NumberRecord, NumberStore } from './number-store.ts';
import { tenantNumber } from './tenant-number.ts';

/** What reading numbers needs from outside. */
export interface ReadNumbersDeps {
  readonly open: () => Promise<{ readonly numbers: NumberStore; readonly operations: OperationStore }>;
}

/** Looks at the numbers of one tenant. */
export interface ReadNumbers {
  /**
   * One number of the tenant.
   * @throws NumberkitError `number-not-found`, also when it is another tenant's.
   */
  status(request: { readonly tenantId: string; readonly numberId: string }): Promise<TenantNumber>;
  /** The tenant's numbers, newest first, those pending and those over included. */
  list(request: { readonly tenantId: string }): Promise<readonly TenantNumber[]>;
}

/** See {@link ReadNumbers}. */
export function createReadNumbers(deps: ReadNumbersDeps): ReadNumbers {
  const view = async (number: NumberRecord): Promise<TenantNumber> => {
    const { operations } = await deps.open();
    const operation = await operations.ofNumber(number.id);
    return tenantNumber(number, (operation?.attempt ?? 1) > 1);
  };
  return {
    async status({ tenantId, numberId }) {
      assertTenantId(tenantId);
      const { numbers } = await deps.open();
      const number = await numbers.get(numberId);
      if (!number || number.tenantId !== tenantId) {
        throw new NumberkitError(numberErrors.numberNotFound, {
          detail: 'This tenant has no number with this id.',
        });
      }
      return view(number);
    },
    async list({ tenantId }) {
      assertTenantId(tenantId);
      const { numbers } = await deps.open();
      return Promise.all((await numbers.listByTenant(tenantId)).map(view));
    },
  };
}
