import type { Actor } from '../../activity/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { ReleaseNumber } from '../release/index.ts';
import type { CallsPerWeek } from './calls-per-week.ts';
import type { SetReclaimPolicy } from './reclaim-policy.ts';

/** Who the trail names for what the sweep does. */
export const SWEEPER: Actor = { kind: 'system', id: 'reclaim' };

/** One run. */
export interface Sweep {
  readonly deps: LifeDeps;
  readonly policy: SetReclaimPolicy;
  readonly now: Date;
  readonly callsPerWeek: CallsPerWeek;
  readonly release: ReleaseNumber;
}
