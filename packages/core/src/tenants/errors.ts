import { defineErrors } from '../errors.ts';

/** What storing a tenant can fail with. */
export const tenantErrors = defineErrors({
  invalidTenant: {
    code: 'invalid-tenant',
    status: 400,
    retryable: false,
    title: 'The tenant record is not well formed',
    hint: 'The field named in `errors` says what to change.',
  },
});
