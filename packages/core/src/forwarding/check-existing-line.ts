import type { CheckLineResponse } from '@numberkit/contract';
import { isNumberkitError } from '../errors.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import { countCall } from './proof/index.ts';
import { readLine } from './start/index.ts';

/** Reads a line and tells what to choose from; asks the carrier whose it is where the host wants that. */
export async function checkExistingLine(
  deps: ForwardingDeps,
  { tenantId, existingLine }: { readonly tenantId: string; readonly existingLine: string },
): Promise<CheckLineResponse> {
  const { phoneNumber, display, country } = await readLine(deps, tenantId, existingLine);
  return {
    existingLine: { phoneNumber, display, country },
    carriers: await deps.dialCodes.choices(country),
    suggestion: await suggest(deps, tenantId, phoneNumber, country),
  };
}

async function suggest(
  deps: ForwardingDeps,
  tenantId: string,
  phoneNumber: string,
  country: string,
): Promise<CheckLineResponse['suggestion']> {
  if (!deps.terms.lookup) return null;
  const { transaction } = await deps.open();
  const line = deps.fingerprint(`forwarding-line:${phoneNumber}`);
  const now = deps.clock.now();
  try {
    await transaction(({ limits }) => countCall(limits, deps.terms, { kind: 'lookup', tenantId, line, now }));
    return await deps.dialCodes.match(await deps.carrier.lookUpLine(phoneNumber), country);
  } catch (error) {
    // A suggestion is only that: the tenant chooses by itself, also when somebody else has asked too often.
    if (isNumberkitError(error, 'test-limit-reached')) return null;
    deps.report('a line could not be looked up')(error);
    return null;
  }
}
