export {
  createReconcile,
  type Reconcile,
  type ReconcileProgress,
  type ReconcileRequest,
} from './create-reconcile.ts';
export type { EstateStore } from './estate-store.ts';
export type {
  Drift,
  DriftedField,
  Finding,
  FindingKind,
  Ghost,
  Orphan,
  OrphanReason,
  Repair,
  ReportedFinding,
  Severity,
  Stuck,
} from './finding.ts';
export { listEstate } from './list-estate.ts';
export { RECONCILER, type ReconcileDeps } from './reconcile-deps.ts';
export type { RepairPolicy } from './repair/index.ts';
export type { ReconcileReport } from './report.ts';
