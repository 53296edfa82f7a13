export { limitErrors } from './limit-errors.ts';
export type { LimitCounter, LimitStore } from './limit-store.ts';
export {
  type Bound,
  cannotCount,
  giveBackBounds,
  type PurchaseClaim,
  type PurchaseLimits,
  purchaseBounds,
  takeBounds,
} from './limits.ts';
