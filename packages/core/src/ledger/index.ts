export type {
  Operation,
  OperationChange,
  OperationKind,
  OperationState,
  OperationStore,
} from './operation-store.ts';
export type { Transact } from './transact.ts';
