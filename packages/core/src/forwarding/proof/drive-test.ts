import type { CodeStats } from '@numberkit/contract';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';
import { askForCalls } from './ask-for-calls.ts';
import { type Judged, judgeAndWrite, type OtherCalls } from './judge-and-write.ts';
import { lookAtCall } from './look-at-call.ts';
import { LOOK_EVERY, placeTest } from './place-test.ts';
import { OPEN_STAGES } from './stages.ts';
import { readSurroundings } from './test-evidence.ts';

/** Moves a test on by what can be done now; see {@link createDriveTest}. */
export type DriveTest = (testId: string) => Promise<void>;

/** Longer than one step takes with all its repetitions; overrunning it is harmless, because placing is committed first. */
const LEASE = 30_000;

/**
 * Moves a test on: places its call when it is its turn, looks how the call stands, judges. Whoever wants to know how a
 * test goes calls it, and a sweep for the others, so there is no loop of our own; one process at a time does it, under a
 * lease. The carrier not answering is reported and passes: the test ends at its time all the same.
 */
export function createDriveTest(deps: ForwardingDeps, stats: () => Promise<readonly CodeStats[]>): DriveTest {
  return async (testId) => {
    const { forwardingTests } = await deps.open();
    const now = deps.clock.now();
    const seen = await forwardingTests.get(testId);
    if (!seen || !canMoveOn(seen, now)) return;
    const test = await forwardingTests.lease(testId, now, new Date(now.getTime() + LEASE));
    if (!test) return;
    try {
      await act(deps, test).catch(deps.report(`test ${testId} could not be moved on`));
      await judge(deps, testId, await stats());
    } finally {
      await forwardingTests.change(testId, OPEN_STAGES, { leaseUntil: deps.clock.now() });
    }
  };
}

/** Most that follow a test look before anything can be new; that costs one read. A call that came in is new at once. */
function canMoveOn({ stage, lookAt, endsBy }: ForwardingTestRecord, now: Date): boolean {
  if (stage === 'done') return false;
  return now >= lookAt || now >= endsBy || stage === 'came-back';
}

async function act(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<void> {
  if (test.stage === 'queued') await placeTest(deps, test);
  else await lookAtCall(deps, test);
}

async function judge(deps: ForwardingDeps, testId: string, stats: readonly CodeStats[]): Promise<void> {
  const { forwardingTests, transaction } = await deps.open();
  const test = await forwardingTests.get(testId);
  // A test that took another turn is not begun yet.
  if (!test || test.stage === 'done' || test.stage === 'queued') return;
  const surroundings = await readSurroundings(deps, test, stats);
  const decide = (otherCalls: OtherCalls) =>
    transaction((stores) => judgeAndWrite(deps, stores, testId, surroundings, otherCalls));
  let judged = await decide(null);
  if (judged.kind === 'ask') {
    const otherCalls = await askForCalls(deps, test).catch((error: unknown) => {
      deps.report(`the carrier did not list the calls of test ${testId}`)(error);
      return deps.clock.now() < test.endsBy ? null : ('unknown' as const);
    });
    if (otherCalls === null) return askLater(deps, testId);
    judged = await decide(otherCalls);
  }
  if (judged.kind === 'done') await finish(deps, judged);
}

async function askLater(deps: ForwardingDeps, testId: string): Promise<void> {
  const { forwardingTests } = await deps.open();
  const lookAt = new Date(deps.clock.now().getTime() + LOOK_EVERY);
  await forwardingTests.change(testId, OPEN_STAGES, { lookAt });
}

/** What follows once the end is committed. */
async function finish(
  deps: ForwardingDeps,
  { test, announce, cause }: Extract<Judged, { kind: 'done' }>,
): Promise<void> {
  const { tenantId, forwardingId, numberId, callSid } = test;
  const event = { tenantId, forwardingId, numberId };
  if (announce === 'broken')
    deps.events.emit('forwarding.broken', { ...event, cause: cause ?? 'turned-off' });
  else if (announce !== null) deps.events.emit(`forwarding.${announce}`, event);
  if (callSid === null || test.overAt !== null) return;
  // It has shown what it can; every second more is paid for.
  await deps.carrier.hangUpCall(callSid).catch(deps.report(`the call of test ${test.id} could not be ended`));
}
