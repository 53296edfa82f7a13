export type { BuyNumber, BuyNumberRequest } from './buy-number.ts';
export { createNumbers, type Numbers, type NumbersDeps, type NumbersRoom } from './create-numbers.ts';
export { numberErrors } from './errors.ts';
export { canMove, isOver, type NumberState } from './number-life.ts';
export type {
  NumberChange,
  NumberExpectation,
  NumberRecord,
  NumberStore,
  PointedCount,
} from './number-store.ts';
export type {
  AreaDemand,
  AreaStock,
  ClaimRecord,
  PooledChoice,
  PooledQuery,
  PooledStore,
} from './pooled/index.ts';
export { describePhoneNumber } from './phone-number.ts';
export { searchErrors } from './search/index.ts';
export { settingsMark } from './settings-mark.ts';
export { tenantNumber } from './tenant-number.ts';
