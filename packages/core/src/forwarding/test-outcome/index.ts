export { conditionToProveOff } from './condition-to-prove-off.ts';
export type { TestCall, TestEvidence, TestLeg } from './evidence.ts';
export { type Judgement, judgeTest } from './judge-test.ts';
export { HOLD_SECONDS } from './proof-of-legs.ts';
export { shownOff } from './shown-off.ts';
