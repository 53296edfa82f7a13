import type { Route } from '../route.ts';
import { claimNumber } from './claim-number.ts';
import { explainError } from './explain-error.ts';
import { numberStatus } from './number-status.ts';
import { poolStatus } from './pool-status.ts';
import { prebuyNumbers } from './prebuy-numbers.ts';
import { purchaseNumber } from './purchase-number.ts';
import { releaseNumber } from './release-number.ts';
import { runSweep } from './run-sweep.ts';
import { searchNumbers } from './search-numbers.ts';
import { setupState } from './setup-state.ts';
import { transferNumber } from './transfer-number.ts';

/** Every route of the API but `openapi.json`, which is made from this table. */
export const routes: readonly Route[] = [
  searchNumbers,
  purchaseNumber,
  claimNumber,
  numberStatus,
  setupState,
  prebuyNumbers,
  poolStatus,
  releaseNumber,
  transferNumber,
  runSweep,
  explainError,
];
