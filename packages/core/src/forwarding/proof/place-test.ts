import type { CallAnswer } from '../../carrier/index.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';
import { OPEN_STAGES } from './stages.ts';
import { ATTEND_MARGIN, ringSeconds, testLength } from './test-length.ts';

/** The carrier is asked about a call so often at most. */
export const LOOK_EVERY = 1_500;
/** Later than this a turn is over, for the next test has its own, and the test takes another. */
const TURN_LASTS = 1_000;
const LONGEST_CALL = 60;

/**
 * Said to whoever picks up, a voicemail included. It lasts for longer than `attend` holds a call, so that the end of the
 * test call tells who ended it; see `test-outcome/proof-of-legs.ts`.
 */
const TWIML = [
  '<Response><Say language="en-US">This is a short automatic test of your call forwarding. You can hang up.</Say>',
  '<Pause length="10"/><Hangup/></Response>',
].join('');

/**
 * Step 2 of the money rule: the stage `calling` is committed, then the call is placed, once. An unclear answer, or a
 * process that dies here, leaves a test in `calling` without a call: it is looked for at the carrier, never placed again.
 */
export async function placeTest(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<void> {
  if (!(await itsTurn(deps, test))) return;
  const { forwardingTests } = await deps.open();
  const lookAt = new Date(deps.clock.now().getTime() + LOOK_EVERY);
  if (!(await forwardingTests.change(test.id, ['queued'], { stage: 'calling', lookAt }))) return;
  const answer = await callCarrier(deps, test);
  if (answer.outcome === 'placed') {
    const { sid: callSid, status: callStatus } = answer.call;
    await forwardingTests.change(test.id, OPEN_STAGES, { callSid, callStatus });
  } else if (answer.outcome === 'refused') {
    const overAt = deps.clock.now();
    await forwardingTests.change(test.id, OPEN_STAGES, { refusal: answer.carrierCode, overAt });
  }
}

/** A test that nobody drove when it was its turn takes another, so that calls stay a second apart. */
async function itsTurn(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<boolean> {
  const now = deps.clock.now();
  if (now.getTime() - test.placedAt.getTime() <= TURN_LASTS) return true;
  const { transaction } = await deps.open();
  const placedAt = await transaction(async ({ forwardings, forwardingTests }) => {
    const turn = await forwardingTests.takeTurn(now);
    const endsBy = new Date(turn.getTime() + testLength(test.condition));
    await forwardingTests.change(test.id, ['queued'], { placedAt: turn, lookAt: turn, endsBy });
    await forwardings.attend(test.numberId, new Date(endsBy.getTime() + ATTEND_MARGIN));
    return turn;
  });
  return placedAt <= now;
}

async function callCarrier(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<CallAnswer> {
  const { statusCallback } = deps.settings;
  try {
    return await deps.carrier.placeCall({
      from: test.verifier,
      to: test.existingLine,
      twiml: TWIML,
      timeLimitSeconds: LONGEST_CALL,
      timeoutSeconds: ringSeconds(test.condition),
      detectMachine: true,
      ...(statusCallback !== undefined && { statusCallback }),
    });
  } catch (error) {
    // Credentials, or an adapter that broke: the call may be under way all the same.
    deps.report(`the call of test ${test.id} may not have been placed`)(error);
    return { outcome: 'unknown', detail: 'the carrier adapter threw' };
  }
}
