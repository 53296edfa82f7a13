export { type PlannedForwarding, type PlanRequest, planForwarding } from './plan-forwarding.ts';
