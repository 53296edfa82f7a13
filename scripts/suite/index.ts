export { addCounts, type Counts, formatCounts, noCounts, type StepOutcome } from './counts.ts';
export { runCheck, runTests } from './run-step.ts';
export { listSteps, pickSteps, type Step } from './steps.ts';
