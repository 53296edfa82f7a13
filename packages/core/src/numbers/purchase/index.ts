export { alternativesTo } from './alternatives-to.ts';
export { type CheckedPurchase, checkKey, checkPurchase } from './check-purchase.ts';
export { inspectCandidate } from './inspect-candidate.ts';
export { intend } from './intend.ts';
export { limitReached, priceUnknown } from './limit-refusals.ts';
export { placeOrder } from './place-order.ts';
export type { Placed, PurchaseDeps, PurchaseStores } from './purchase-deps.ts';
export { anotherMayDo, refusal } from './refusal.ts';
export { resolvePurchase } from './resolve-purchase.ts';
