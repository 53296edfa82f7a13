export type {
  AreaDemand,
  AreaStock,
  ClaimAtOnce,
  ClaimRecord,
  PooledChoice,
  PooledQuery,
  PooledStore,
} from './pooled-store.ts';
