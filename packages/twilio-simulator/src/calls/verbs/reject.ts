import type { RejectVerb } from '../../twiml/index.ts';
import type { Next, Walk } from '../walk.ts';

/** Refuses a call that still rings, unbilled; on an answered call it only hangs up. */
export function runReject(walk: Walk, verb: RejectVerb): Next {
  const { leg } = walk;
  if (!leg.isAnswered) leg.line.speak('twilio', verb.reason === 'busy' ? '[busy tone]' : '[not in service]');
  leg.end('busy');
  return 'end';
}
