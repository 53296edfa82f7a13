export type { LeaseStore } from './lease-store.ts';
export type {
  Operation,
  OperationChange,
  OperationKind,
  OperationState,
  OperationStore,
} from './operation-store.ts';
export { runEvery } from './run-every.ts';
export {
  createSettleOperations,
  type Resolver,
  type SettleOperationsDeps,
  type SettleReport,
} from './settle-operations.ts';
export type { Transact } from './transact.ts';
