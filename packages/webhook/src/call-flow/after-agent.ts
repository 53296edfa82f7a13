import { readAgentOutcome, wasAnswered } from '../recovery/index.ts';
import { type Fields, field, isE164, type VoiceCall } from '../request/index.ts';
import type { FoundRoute } from '../routes/index.ts';
import { type CallAnswer, type CallFlow, plainAnswer, recoveryAnswer } from './flow.ts';

const CALL_OVER: readonly string[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** An agent is done: end, transfer, or recover. */
export async function afterAgent(fields: Fields, call: VoiceCall, flow: CallFlow): Promise<CallAnswer> {
  const outcome = readAgentOutcome(fields, flow.streamClosed);
  flow.emit({
    type: 'agent-ended',
    outcome: outcome.kind,
    errorCode: outcome.kind === 'failed' ? outcome.errorCode : null,
    callSid: call.callSid,
  });
  if (CALL_OVER.includes(call.callStatus) || outcome.kind === 'ended') {
    return plainAnswer(flow.documents.hangUp, null);
  }
  if (outcome.kind === 'transferred') {
    const step = flow.recovery.transfer(call, outcome.phoneNumber);
    return recoveryAnswer(step, { source: null }, call, flow.emit);
  }
  return recoverCall(call, flow);
}

/** A phone that recovery or a transfer rang is done: end, or take a message. */
export function afterDial(fields: Fields, call: VoiceCall, flow: CallFlow): CallAnswer {
  if (CALL_OVER.includes(call.callStatus) || wasAnswered(fields)) {
    return plainAnswer(flow.documents.hangUp, null);
  }
  return recoveryAnswer(flow.recovery.voicemail(), { source: null }, call, flow.emit);
}

/** Looks the route up again, since nothing about the tenant travels in our addresses, and recovers. */
export async function recoverCall(call: VoiceCall, flow: CallFlow): Promise<CallAnswer> {
  if (!isE164(call.to)) {
    return plainAnswer(flow.documents.hangUp, 'unknown-number');
  }
  return recoverFound(await flow.findRoute(call.to), call, flow);
}

/** The tenant's own phone, else voicemail. Never an agent again: a dead one would be tried for ever. */
export function recoverFound(found: FoundRoute, call: VoiceCall, flow: CallFlow): CallAnswer {
  if (found.source === 'unknown-number') {
    return plainAnswer(flow.documents.hangUp, 'unknown-number');
  }
  const source = found.source === 'none' ? 'fallback' : found.source;
  const step = flow.recovery.recover(call, found.route);
  return recoveryAnswer(step, { source, route: found.route }, call, flow.emit);
}

/** Did Twilio fail to get an answer from the voice URL itself? Retrieval errors are 11xxx. */
export function isUnansweredVoiceUrl(fields: Fields, voiceUrl: string): boolean {
  const failedUrl = field(fields, 'ErrorUrl')?.replace(/[?#].*$/s, '');
  return /^11\d{3}$/.test(field(fields, 'ErrorCode') ?? '') && failedUrl === voiceUrl;
}
