export type {
  ReclaimingNumber,
  ReclaimReport,
  ReclaimTarget,
  StartReclaimRequest,
  UndoReclaimRequest,
} from './reclaim.ts';
export { type ReclaimPolicy, setReclaimPolicy } from './reclaim-policy.ts';
export { startReclaim, undoReclaim } from './start-reclaim.ts';
export { type SweepReclaimDeps, sweepReclaim } from './sweep-reclaim.ts';
