export {
  checkLineRequest,
  checkLineResponse,
  forwardingQuery,
  forwardingResponse,
  forwardingStatsResponse,
  setupForwardingRequest,
  testQuery,
  verifyForwardingRequest,
  verifyForwardingResponse,
} from './forwarding-routes.ts';
export {
  releaseNumberBody,
  releaseNumberResponse,
  transferNumberBody,
  transferNumberResponse,
} from './number-life.ts';
export {
  claimNumberRequest,
  poolResponse,
  prebuyNumbersRequest,
  prebuyNumbersResponse,
} from './pool.ts';
export { errorExplanation, errorPath, problem } from './problem.ts';
export {
  numberResponse,
  numberStatusQuery,
  purchaseNumberRequest,
  tenantNumber,
} from './purchase-number.ts';
export { runSweepBody, runSweepResponse } from './run-sweep.ts';
export { searchNumbersRequest, searchNumbersResponse } from './search-numbers.ts';
export { setupState } from './setup-state.ts';
