import type { Actor } from '../../activity/index.ts';
import type { Operation } from '../../ledger/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import { runRelease } from './run-release.ts';

const LEDGER: Actor = { kind: 'system', id: 'settle-operations' };

/**
 * Goes on with a release whose process died or which the carrier did not let happen yet; the ledger's sweep calls it
 * when the operation is due.
 * @returns is the number released for certain?
 */
export async function resolveRelease(deps: LifeDeps, operation: Operation): Promise<boolean> {
  const { numbers } = await deps.open();
  const number = await numbers.get(operation.numberId);
  if (!number) throw new Error(`operation ${operation.id} has no number row`);
  const { outcome } = await runRelease(deps, { operation, number, actor: LEDGER });
  return outcome === 'released';
}
