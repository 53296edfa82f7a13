import type { LifeDeps } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import type { ReleaseNumber } from '../release/index.ts';
import { createCallsPerWeek } from './calls-per-week.ts';
import type { ReclaimReport } from './reclaim.ts';
import { planReclaim } from './reclaim-plan.ts';
import type { SetReclaimPolicy } from './reclaim-policy.ts';
import { SWEEPER, type Sweep } from './sweep.ts';
import { restNumber, restOn, returnToPool, warn } from './take-step.ts';

const BATCH = 100;

/** What the sweep needs from outside. */
export interface SweepReclaimDeps extends LifeDeps {
  readonly release: ReleaseNumber;
  /** Told when one number's step failed; it stays due. */
  readonly onError: (numberId: string, error: unknown) => void;
}

/**
 * The sweep `reclaim`: warns, rests and returns numbers whose time has come. Any number of processes may run it: each
 * step is one conditional update that expects the number as it was seen, so each happens once, and a step that died
 * half-way did not happen. A number that a line still forwards to rests until that is proved off.
 */
export async function sweepReclaim(deps: SweepReclaimDeps, policy: SetReclaimPolicy): Promise<ReclaimReport> {
  const { numbers } = await deps.open();
  const now = deps.clock.now();
  const callsPerWeek = createCallsPerWeek(deps.carrier, now);
  const report = { warned: 0, rested: 0, pooled: 0, releasing: 0 };
  for (const number of await numbers.listDue(now, BATCH)) {
    try {
      const done = await takeStep({ deps, policy, now, callsPerWeek, release: deps.release }, number);
      if (done) report[done] += 1;
    } catch (error) {
      deps.onError(number.id, error);
    }
  }
  return report;
}

async function takeStep(sweep: Sweep, number: NumberRecord): Promise<keyof ReclaimReport | undefined> {
  const { deps, policy, now } = sweep;
  const plan = planReclaim(number, policy, now);
  if ((plan.step === 'pool' || plan.step === 'release') && (await isForwarded(deps, number))) {
    await restOn(sweep, number);
    return undefined;
  }
  switch (plan.step) {
    case 'warn':
      return (await warn(sweep, number, plan.daysBefore, plan.dueAt)) ? 'warned' : undefined;
    case 'rest':
      return (await restNumber(sweep, number, plan.restUntil)) ? 'rested' : undefined;
    case 'pool':
      return (await returnToPool(sweep, number)) ? 'pooled' : undefined;
    case 'release':
      await sweep.release({ numberId: number.id, actor: SWEEPER, reason: 'its rest is over' });
      return 'releasing';
    default:
      // The policy has changed, or somebody was faster: write down when it is due, if ever.
      await lookLater(deps, number, plan.step === 'wait' ? plan.dueAt : null, now);
      return undefined;
  }
}

async function isForwarded(deps: LifeDeps, { id }: NumberRecord): Promise<boolean> {
  const { forwardings } = await deps.open();
  return (await forwardings.findByNumber(id)) !== undefined;
}

async function lookLater(deps: LifeDeps, number: NumberRecord, dueAt: Date | null, now: Date): Promise<void> {
  const { numbers } = await deps.open();
  const { id, state, tenantId, reclaimAt, reclaimWarned, restUntil } = number;
  await numbers.move(id, { state, tenantId, reclaimAt, reclaimWarned, restUntil }, state, { dueAt }, now);
}
