import type { CodeStats, VerifyForwardingResponse } from '@numberkit/contract';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import { viewTestAndForwarding } from '../view-forwarding.ts';
import type { DriveTest } from './drive-test.ts';

const STEP = 500;

/** Drives a test and tells of each change, until it is done or `signal` aborts. */
export async function* followTest(
  deps: ForwardingDeps,
  drive: DriveTest,
  stats: () => Promise<readonly CodeStats[]>,
  { testId, signal }: { readonly testId: string; readonly signal: AbortSignal },
): AsyncGenerator<VerifyForwardingResponse> {
  let told = '';
  while (!signal.aborted) {
    await drive(testId);
    const view = await viewTestAndForwarding(deps, testId, await stats());
    const now = JSON.stringify(view);
    if (now !== told) yield view;
    if (view.test.stage === 'done') return;
    told = now;
    await deps.clock.sleep(STEP, signal);
  }
}
