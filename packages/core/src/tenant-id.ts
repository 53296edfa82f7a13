import { defineErrors, NumberkitError } from './errors.ts';

/** Errors about tenant ids. */
export const tenantIdErrors = defineErrors({
  invalidTenantId: {
    code: 'invalid-tenant-id',
    status: 400,
    retryable: false,
    title: 'Invalid tenant id',
    hint: 'Pass your own id of the customer: 1 to 128 visible ASCII characters, no spaces.',
  },
});

/**
 * Checks a tenant id: the host's own id of its customer, 1 to 128 visible ASCII characters.
 * @throws NumberkitError `invalid-tenant-id`
 */
export function assertTenantId(value: unknown): asserts value is string {
  if (typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value)) return;
  throw new NumberkitError(tenantIdErrors.invalidTenantId, {
    detail: 'The tenant id must be 1 to 128 visible ASCII characters without spaces.',
    fields: [
      {
        field: 'tenantId',
        reason: 'not 1 to 128 visible ASCII characters',
        remedy: 'Pass your own id of the customer.',
      },
    ],
  });
}
