export { ConnectionReset, isConnectionReset } from './connection-reset.ts';
export { createFaultPlan, type FaultPlan } from './fault-plan.ts';
export type { FaultEffect, FaultHandle, FaultMatch, FaultRule, Faults } from './fault-rule.ts';
export { withFaults } from './with-faults.ts';
