import type { Route } from '../route.ts';
import { cancelForwarding } from './cancel-forwarding.ts';
import { checkLine } from './check-line.ts';
import { claimNumber } from './claim-number.ts';
import { explainError } from './explain-error.ts';
import { forwardingStats } from './forwarding-stats.ts';
import { forwardingStatus } from './forwarding-status.ts';
import { forwardingTest, forwardingTestEvents } from './forwarding-test.ts';
import { numberStatus } from './number-status.ts';
import { poolStatus } from './pool-status.ts';
import { prebuyNumbers } from './prebuy-numbers.ts';
import { purchaseNumber } from './purchase-number.ts';
import { releaseNumber } from './release-number.ts';
import { runSweep } from './run-sweep.ts';
import { searchNumbers } from './search-numbers.ts';
import { setupForwarding } from './setup-forwarding.ts';
import { setupState } from './setup-state.ts';
import { transferNumber } from './transfer-number.ts';
import { verifyForwarding } from './verify-forwarding.ts';

/** Every route of the API but `openapi.json`, which is made from this table. */
export const routes: readonly Route[] = [
  searchNumbers,
  purchaseNumber,
  claimNumber,
  numberStatus,
  setupState,
  checkLine,
  setupForwarding,
  forwardingStatus,
  verifyForwarding,
  forwardingTest,
  forwardingTestEvents,
  cancelForwarding,
  forwardingStats,
  prebuyNumbers,
  poolStatus,
  releaseNumber,
  transferNumber,
  runSweep,
  explainError,
];
