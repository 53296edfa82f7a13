export { adoptOrphan } from './adopt-orphan.ts';
export { markLost } from './mark-lost.ts';
export { completePolicy, type FullPolicy, type RepairPolicy } from './repair-policy.ts';
export { repointDrift } from './repoint-drift.ts';
