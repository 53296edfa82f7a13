import { NumberkitError } from '../../errors.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';

/**
 * The number to place a test call from: the host's, else one of the pool; never the one the call is to come back on.
 * @throws NumberkitError `no-verifier`
 */
export async function chooseVerifier({ open, terms }: ForwardingDeps, phoneNumber: string): Promise<string> {
  if (terms.verifier !== null && terms.verifier !== phoneNumber) return terms.verifier;
  if (terms.verifier === null) {
    const { pooled } = await open();
    for (const country of terms.countries) {
      const [number] = await pooled.list({ type: 'local', country, limit: 1 });
      if (number) return number.phoneNumber;
    }
  }
  throw new NumberkitError(forwardingErrors.noVerifier, {
    detail: 'No verifier is set that is another number than the tenant’s, and the pool is empty.',
  });
}
