export { claimForPurchase } from './claim-for-purchase.ts';
export { type ClaimAnswer, type ClaimDeps, type ClaimOrder, claimNumber } from './claim-number.ts';
