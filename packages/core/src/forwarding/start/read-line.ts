import { NumberkitError } from '../../errors.ts';
import { assertTenantId } from '../../tenant-id.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import { type CheckedLine, checkLine, lineRefused } from '../line-policy/index.ts';

/**
 * Reads the line a tenant names; nothing is called.
 * @throws NumberkitError `invalid-tenant-id`, `invalid-line`, `line-not-allowed`, `line-is-ours`
 */
export async function readLine(deps: ForwardingDeps, tenantId: string, text: string): Promise<CheckedLine> {
  assertTenantId(tenantId);
  const { countries, verifier } = deps.terms;
  const tenant = await deps.tenants.get(tenantId);
  const home = tenant?.location?.country ?? countries[0] ?? 'US';
  const check = await checkLine(text, home, deps.terms);
  if (!check.ok) throw lineRefused(check.refusal);
  const { numbers } = await deps.open();
  const { phoneNumber } = check.line;
  if (phoneNumber === verifier || (await numbers.findByPhoneNumber(phoneNumber))) {
    throw new NumberkitError(forwardingErrors.lineIsOurs, {
      detail: 'The existing line is a number of ours.',
      fields: [
        {
          field: 'existingLine',
          reason: 'is one of our own numbers',
          remedy: 'Name the line that the business had before.',
        },
      ],
    });
  }
  return check.line;
}
