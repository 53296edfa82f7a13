import type { CarrierCall } from '../../carrier/index.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingTestChange, ForwardingTestRecord } from '../forwarding-test-store.ts';
import { LOOK_EVERY } from './place-test.ts';
import { OPEN_STAGES } from './stages.ts';

const GOING_ON: readonly CarrierCall['status'][] = ['queued', 'ringing', 'in-progress'];
/** Our clock and the carrier's may differ by so much. */
const CLOCKS_APART = 30_000;

/** Asks the carrier how our call stands, if it is time, and writes that down. Our call is looked for if it is not known. */
export async function lookAtCall(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<void> {
  const now = deps.clock.now();
  if (test.overAt !== null || now < test.lookAt) return;
  const { forwardingTests } = await deps.open();
  const lookAt = new Date(now.getTime() + LOOK_EVERY);
  await forwardingTests.change(test.id, OPEN_STAGES, { lookAt });
  const call = test.callSid === null ? await findCall(deps, test) : await deps.carrier.readCall(test.callSid);
  if (!call) return;
  await forwardingTests.change(test.id, OPEN_STAGES, { callSid: call.sid, ...factsOf(test, call, now) });
  if (call.status === 'ringing' || call.status === 'in-progress') {
    await forwardingTests.change(test.id, ['calling'], { stage: 'ringing' });
  }
}

/** What a look adds to what is known. */
export function factsOf(
  test: Pick<ForwardingTestRecord, 'lookAt' | 'ringingAt' | 'answeredAt'>,
  call: Pick<CarrierCall, 'status' | 'answeredBy' | 'durationSeconds'>,
  now: Date,
): ForwardingTestChange {
  const { status: callStatus, answeredBy, durationSeconds: callSeconds } = call;
  const facts = { callStatus, answeredBy, callSeconds };
  if (callStatus === 'ringing') return { ...facts, ringingAt: test.ringingAt ?? now };
  if (callStatus === 'in-progress') return { ...facts, answeredAt: test.answeredAt ?? now };
  if (GOING_ON.includes(callStatus)) return facts;
  // When nobody looked for a while it may have ended long ago; a ring that was not seen must not count as one.
  const overAt = new Date(Math.min(now.getTime(), test.lookAt.getTime()));
  const answeredAt =
    callStatus === 'completed' && callSeconds !== null
      ? (test.answeredAt ?? new Date(overAt.getTime() - callSeconds * 1_000))
      : test.answeredAt;
  return { ...facts, overAt, answeredAt };
}

/** The call of a test whose placing got no clear answer: from the verifier to the line, since then, and no other test's. */
async function findCall(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<CarrierCall | undefined> {
  const { forwardingTests } = await deps.open();
  const since = new Date(test.placedAt.getTime() - CLOCKS_APART);
  const calls = deps.carrier.listCalls({ from: test.verifier, to: test.existingLine, since });
  for await (const call of calls) {
    if (call.direction !== 'outbound' || (call.startedAt && call.startedAt < since)) continue;
    const owner = await forwardingTests.findByCall(call.sid);
    if (!owner || owner.id === test.id) return call;
  }
  return undefined;
}
