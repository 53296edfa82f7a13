export {
  type EarlierCode,
  type PlannedForwarding,
  type PlanRequest,
  planForwarding,
} from './plan-forwarding.ts';
export { rankCodes } from './rank-codes.ts';
