import { type Fields, isE164, type VoiceCall } from '../request/index.ts';
import { isUnansweredVoiceUrl, recoverCall, recoverFound } from './after-agent.ts';
import { connectAgent } from './answer-call.ts';
import type { CallAnswer, CallFlow } from './flow.ts';

/**
 * Twilio calls the fallback URL after an error. When the voice URL could not be reached, the agent was never
 * tried and gets the call now. Any other error means TwiML was got but did not work: recovery. A redirect
 * agent's own address may be the one that failed, so it is not followed twice.
 */
export async function afterFailure(fields: Fields, call: VoiceCall, flow: CallFlow): Promise<CallAnswer> {
  if (!isUnansweredVoiceUrl(fields, flow.voiceUrl) || !isE164(call.to)) {
    return recoverCall(call, flow);
  }
  const found = await flow.findRoute(call.to);
  return found.route?.agent.kind === 'redirect'
    ? recoverFound(found, call, flow)
    : connectAgent(found, call, flow);
}
