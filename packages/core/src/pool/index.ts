export type { ClaimRequest } from './claim.ts';
export { createPool, type Pool } from './create-pool.ts';
export { poolErrors } from './errors.ts';
export type { KeepAliveReport } from './keep-alive.ts';
export type { AreaPlan, ReplenishmentPlan } from './plan-replenishment.ts';
export type { PoolDeps, PoolStorage } from './pool-deps.ts';
export type { DemandPolicy, IdlePolicy, PoolPolicy } from './pool-policy.ts';
export type { PoolAreaStatus, PoolStatus } from './pool-status.ts';
export type {
  AreaBill,
  AreaResult,
  PrebuyRequest,
  PrebuyRun,
  PrebuyStep,
  PrebuySummary,
} from './prebuy-progress.ts';
export type { ReplenishReport, ReplenishRequest } from './replenish.ts';
