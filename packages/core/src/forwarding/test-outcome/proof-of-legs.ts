import type { TestCall, TestEvidence, TestLeg } from './evidence.ts';

/**
 * How long `attend` holds a call that shows the existing line as its caller. What the test call plays when answered must
 * take longer than that and the slack, or its end would say nothing.
 */
export const HOLD_SECONDS = 5;

/**
 * What is seen late: calls are read at the carrier every second and a half, their durations are whole seconds, and its
 * clock is not ours.
 */
const SLACK_SECONDS = 3;

/**
 * What the calls that came in prove. `maybe`: one shows the line as its caller and can still turn out either way.
 * `stray`: it turned out to be the owner calling us. `loop`: the same caller came in twice.
 */
export type LegProof = 'forwarded' | 'loop' | 'maybe' | 'stray' | 'none';

/**
 * A call from the verifier is proof: nobody else calls from that number. A call from the line itself may be the owner
 * calling us at that moment, perhaps while the carrier's voicemail takes our test call. It is ours only when it was our
 * holding it that answered the test call and our letting go that ended it: the voicemail would have talked on, and
 * whoever picks up and is gone at once did not wait for us.
 */
export function proofOfLegs({ legs, call, expired }: TestEvidence): LegProof {
  const fromVerifier = legs.filter((leg) => leg.from === 'verifier');
  const fromLine = legs.filter((leg) => leg.from === 'line');
  if (fromVerifier.length > 1) return 'loop';
  if (fromVerifier.length === 1) return 'forwarded';
  if (fromLine.length > 1) return 'loop';
  const [leg] = fromLine;
  if (!leg) return 'none';
  if (call && isHeldLeg(leg, call)) return 'forwarded';
  const undecided = call !== null && (call.status === 'ringing' || call.status === 'in-progress');
  return undecided && !expired ? 'maybe' : 'stray';
}

function isHeldLeg(leg: TestLeg, call: TestCall): boolean {
  const { status, answeredBy, answeredAt, durationSeconds } = call;
  if (status !== 'completed' || answeredAt === null || durationSeconds === null) return false;
  // We hold in silence: who hears a person or a machine hears somebody else.
  if (answeredBy === 'human' || answeredBy === 'machine') return false;
  const after = (answeredAt - leg.at) / 1000;
  const meanwhile = after >= -SLACK_SECONDS && after <= HOLD_SECONDS + SLACK_SECONDS;
  const held = durationSeconds >= HOLD_SECONDS - 1 && durationSeconds <= HOLD_SECONDS + SLACK_SECONDS;
  return meanwhile && held;
}
