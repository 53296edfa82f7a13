export { createSweeps, type Sweeps, type SweepsDeps, startTimers } from './create-sweeps.ts';
export { sweepErrors } from './errors.ts';
export { planSweeps, type SweepPauses } from './plan-sweeps.ts';
export {
  type Hold,
  isSweepName,
  SWEEP_NAMES,
  type Sweep,
  type SweepName,
  type SweepOutcome,
} from './sweep.ts';
export type { SweepLogStore, SweepRun } from './sweep-log-store.ts';
