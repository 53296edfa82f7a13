export type {
  AreaDemand,
  AreaStock,
  ClaimRecord,
  PooledChoice,
  PooledQuery,
  PooledStore,
} from './pooled-store.ts';
