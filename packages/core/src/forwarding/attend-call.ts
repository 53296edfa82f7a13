import type { Attendance, AttendedCall, ForwardingStatus } from '@numberkit/contract';
import type { ForwardingDeps } from './forwarding-deps.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import type { ForwardingLeg, ForwardingTestRecord } from './forwarding-test-store.ts';
import type { DriveTest } from './proof/index.ts';
import { HOLD_SECONDS } from './test-outcome/index.ts';

const AGENT: Attendance = { kind: 'agent' };
const REJECT: Attendance = { kind: 'reject' };
/** While it is so, a call from the line itself is the carrier's, asking whether we answer. */
const ACTIVATING: readonly ForwardingStatus[] = ['setting-up', 'cancelling', 'broken'];
/** A test call may arrive so long after its test has ended. */
const LATE = 120_000;

const CONFIRMATION =
  'Your calls are now being forwarded to this number. You can hang up, and go on to the test on your screen.';

/**
 * Says what a call to a number that forwards is: a leg of a test, the carrier's activation call, or somebody's. Never
 * throws; whatever goes wrong, a caller gets the agent.
 */
export async function attendCall(
  deps: ForwardingDeps,
  drive: DriveTest,
  call: AttendedCall,
): Promise<Attendance> {
  try {
    const { numbers } = await deps.open();
    const number = await numbers.findByPhoneNumber(call.to);
    if (!number) return AGENT;
    const attendance = await decide(deps, drive, number.id, call);
    if (attendance.kind !== 'agent') await noteAsNobodys(deps, number.id, call);
    return attendance;
  } catch (error) {
    deps.report('a call could not be attended')(error);
    return AGENT;
  }
}

async function decide(
  deps: ForwardingDeps,
  drive: DriveTest,
  numberId: string,
  call: AttendedCall,
): Promise<Attendance> {
  const { forwardings, forwardingTests } = await deps.open();
  const test = await forwardingTests.findOpenByNumber(numberId);
  if (test) {
    const answer = await asLeg(deps, drive, test, call);
    if (answer) return answer;
  }
  const forwarding = await forwardings.findByNumber(numberId);
  if (!forwarding) return AGENT;
  if (call.from === forwarding.existingLine && ACTIVATING.includes(forwarding.status)) {
    return { kind: 'say', text: CONFIRMATION, language: 'en-US' };
  }
  return (await isLate(deps, forwarding, call)) ? REJECT : AGENT;
}

/**
 * Writes the call down before it is answered, as one of no tenant's: what reports tell of it later joins that row, so it
 * is neither the tenant's usage nor its first answered call.
 */
async function noteAsNobodys(
  deps: ForwardingDeps,
  numberId: string,
  { callSid }: AttendedCall,
): Promise<void> {
  const { calls } = await deps.open();
  const now = deps.clock.now();
  const call = {
    callSid,
    numberId,
    tenantId: null,
    direction: 'inbound',
    startedAt: now,
    recordedAt: now,
  } as const;
  await calls.insert({ ...call, ...NOTHING_KNOWN }).catch(deps.report(`call ${callSid} could not be noted`));
}

const NOTHING_KNOWN = {
  outcome: 'open',
  answered: false,
  endedAt: null,
  seconds: null,
  billedMinutes: null,
  price: null,
  otherParty: null,
} as const;

/** Notes the call if it may be the test's, and says how to end it; undefined when it is somebody else's. */
async function asLeg(
  deps: ForwardingDeps,
  drive: DriveTest,
  test: ForwardingTestRecord,
  call: AttendedCall,
): Promise<Attendance | undefined> {
  const from =
    call.from === test.verifier ? 'verifier' : call.from === test.existingLine ? 'line' : undefined;
  if (from === undefined) return undefined;
  // Before our call is placed nothing of it can arrive: then the line itself is calling.
  if (test.stage === 'queued') return from === 'verifier' ? REJECT : undefined;
  await note(deps, test.id, { callSid: call.callSid, from, at: deps.clock.now() });
  if (from === 'line') return { kind: 'hold', seconds: HOLD_SECONDS };
  // One step, which ends our call at once; should this process be stopped before, whoever follows the test does it.
  void drive(test.id).catch(deps.report(`test ${test.id} could not be moved on`));
  return REJECT;
}

async function note(deps: ForwardingDeps, testId: string, leg: ForwardingLeg): Promise<void> {
  const { transaction } = await deps.open();
  await transaction(async ({ forwardingTests }) => {
    const test = await forwardingTests.lock(testId);
    if (!test || test.stage === 'done') return;
    await forwardingTests.noteLeg(testId, leg);
    if (leg.from === 'verifier') {
      await forwardingTests.change(testId, ['calling', 'ringing'], { stage: 'came-back' });
    }
  });
}

/** Is it a leg of a test that has just ended? */
async function isLate(
  deps: ForwardingDeps,
  { id }: ForwardingRecord,
  { from }: AttendedCall,
): Promise<boolean> {
  const { forwardingTests } = await deps.open();
  const [last] = await forwardingTests.listByForwarding(id, 1);
  if (!last?.endedAt || last.verifier !== from) return false;
  return deps.clock.now().getTime() - last.endedAt.getTime() <= LATE;
}
