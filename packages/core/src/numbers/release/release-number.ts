import type { LifeDeps } from '../life-deps.ts';
import { intendRelease } from './intend-release.ts';
import type { Released, ReleaseNumberRequest } from './release.ts';
import { runRelease } from './run-release.ts';

/** Gives a number back to the carrier; see {@link createReleaseNumber}. */
export type ReleaseNumber = (request: ReleaseNumberRequest) => Promise<Released>;

/**
 * The one place where a number is given up. By the money rule: the intent is committed first, and with it the number
 * stops taking calls and no longer counts for its tenant; then an emergency address is cleared, which the carrier
 * wants first, and the number deleted. Whatever goes wrong after the intent is not thrown: the answer is `releasing`,
 * and the sweep `settle-operations` goes on until the carrier has the number back.
 *
 * Releasing a number again answers how far it is.
 *
 * @throws NumberkitError `number-not-found`, `wrong-state` (being bought, or never ours), `forwarding-not-off`,
 * `invalid-purchase` and `idempotency-conflict` about the key
 */
export function createReleaseNumber(deps: LifeDeps): ReleaseNumber {
  return async (request) => {
    const intended = await intendRelease(deps, request);
    if ('released' in intended) return intended.released;
    return runRelease(deps, intended.release);
  };
}
