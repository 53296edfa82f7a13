import {
  afterAgent,
  afterDial,
  afterFailure,
  answerCall,
  type CallAnswer,
  plainAnswer,
} from './call-flow/index.ts';
import { readCallStatus, readRecording, runHook } from './callbacks/index.ts';
import { refuse } from './refusals.ts';
import {
  type Endpoint,
  type Fields,
  noContent,
  type PlainResponse,
  readCall,
  twimlResponse,
  type VoiceCall,
} from './request/index.ts';
import { describeError } from './webhook-event.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** Answers a genuine request. Never rejects: whatever breaks, the caller hears valid TwiML. */
export async function answerEndpoint(
  endpoint: Endpoint,
  fields: Fields,
  startedAt: number,
  settings: WebhookSettings,
): Promise<PlainResponse> {
  if (endpoint === 'status') {
    return answerStatus(fields, settings);
  }
  const call = readCall(fields);
  if (call.to === '') {
    const refused = refuse('to-missing');
    settings.emit({ type: 'refused', status: refused.response.status, reason: refused.reason });
    return refused.response;
  }
  const answer = await answerOrFallBack(endpoint, fields, call, settings);
  settings.emit({
    type: 'answered',
    endpoint,
    source: answer.source,
    agentKind: answer.agentKind,
    tenantId: answer.route?.tenantId ?? null,
    numberId: answer.route?.numberId ?? null,
    callSid: call.callSid,
    durationMs: settings.clock.now() - startedAt,
  });
  return twimlResponse(answer.document);
}

async function answerOrFallBack(
  endpoint: Exclude<Endpoint, 'status'>,
  fields: Fields,
  call: VoiceCall,
  settings: WebhookSettings,
): Promise<CallAnswer> {
  const { flow, emit } = settings;
  try {
    return await steps[endpoint](fields, call, settings);
  } catch (error) {
    emit({ type: 'internal-error', endpoint, error: describeError(error) });
    // The fallback may be an agent, and must not follow an agent that just ended.
    const first = endpoint === 'voice' || endpoint === 'fallback';
    return first
      ? plainAnswer(flow.documents.fallback, 'fallback')
      : plainAnswer(flow.documents.hangUp, null);
  }
}

type Step = (fields: Fields, call: VoiceCall, settings: WebhookSettings) => Promise<CallAnswer>;

const steps: Readonly<Record<Exclude<Endpoint, 'status'>, Step>> = {
  voice: (_fields, call, { flow }) => answerCall(call, flow),
  action: (fields, call, { flow }) => afterAgent(fields, call, flow),
  recovery: async (fields, call, { flow }) => afterDial(fields, call, flow),
  fallback: (fields, call, { flow }) => afterFailure(fields, call, flow),
  recording: async (fields, _call, { flow, onRecording, hookParts }) => {
    const event = readRecording(fields);
    if (event !== undefined) {
      await runHook('onRecording', onRecording, event, hookParts);
    }
    return plainAnswer(flow.documents.hangUp, null);
  },
};

async function answerStatus(fields: Fields, settings: WebhookSettings): Promise<PlainResponse> {
  const event = readCallStatus(fields);
  if (event === undefined) {
    const refused = refuse('call-missing');
    settings.emit({ type: 'refused', status: refused.response.status, reason: refused.reason });
    return refused.response;
  }
  await runHook('onCallStatus', settings.onCallStatus, event, settings.hookParts);
  return noContent();
}
