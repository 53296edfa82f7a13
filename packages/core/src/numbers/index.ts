export type { BuyNumber, BuyNumberRequest } from './buy-number.ts';
export type { NumberLife } from './create-life.ts';
export { createNumbers, type Numbers, type NumbersDeps, type NumbersRoom } from './create-numbers.ts';
export { numberErrors } from './errors.ts';
export type { RepointProgress, RepointRequest } from './estate/index.ts';
export type { ForPool } from './for-pool.ts';
export type { ForwardedNumbers } from './forwarded.ts';
export type { NumberHistory } from './number-history.ts';
export { canMove, isOver, type NumberState } from './number-life.ts';
export type {
  NumberChange,
  NumberExpectation,
  NumberRecord,
  NumberStore,
  PointedCount,
} from './number-store.ts';
export { areaCodeOf, describePhoneNumber, displayPhoneNumber } from './phone-number.ts';
export {
  countryOfRegion,
  loadPlaces,
  type Place,
  type Places,
  recommendAreaCodes,
  resolvePlace,
} from './places/index.ts';
export type {
  AreaDemand,
  AreaStock,
  ClaimAtOnce,
  ClaimRecord,
  PooledChoice,
  PooledQuery,
  PooledStore,
} from './pooled/index.ts';
export { anotherMayDo, checkKey, LEASE_MILLISECONDS, type PoolPurchase } from './purchase/index.ts';
export type {
  ReclaimingNumber,
  ReclaimPolicy,
  ReclaimReport,
  ReclaimTarget,
  StartReclaimRequest,
  UndoReclaimRequest,
} from './reclaim/index.ts';
export type { Released, ReleaseNumber, ReleaseNumberRequest } from './release/index.ts';
export { searchErrors } from './search/index.ts';
export { settingsMark } from './settings-mark.ts';
export { tenantNumber } from './tenant-number.ts';
export type { TransferNumber, TransferNumberRequest } from './transfer-number.ts';
