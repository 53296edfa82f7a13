import { checkCharges } from './charges.ts';
import { checkLimits } from './limits.ts';
import { checkOwnership } from './ownership.ts';
import { checkPool } from './pool.ts';
import { checkPromises } from './promises.ts';
import { checkSettled } from './settled.ts';
import type { Violation, World } from './violation.ts';

const invariants = [checkSettled, checkCharges, checkOwnership, checkPool, checkPromises, checkLimits];

/** Everything that must hold between the carrier's account, its bill, our records and what clients were told. */
export function checkWorld(world: World): readonly Violation[] {
  return invariants.flatMap((invariant) => invariant(world));
}
