import type { VoiceRoute } from '@numberkit/contract';
import { renderAgent } from '../agent/index.ts';
import { comesBack, mayDial } from '../recovery/index.ts';
import { isE164, type VoiceCall } from '../request/index.ts';
import type { FoundRoute } from '../routes/index.ts';
import { twiml } from '../twiml/index.ts';
import { describeError } from '../webhook-event.ts';
import { agentContext, type CallAnswer, type CallFlow, plainAnswer, recoveryAnswer } from './flow.ts';

/** The first answer to a call: its number's agent. */
export async function answerCall(call: VoiceCall, flow: CallFlow): Promise<CallAnswer> {
  // Calls to SIP domains and clients carry an address; only numbers have routes.
  if (!isE164(call.to)) {
    return plainAnswer(flow.documents.unknownNumber, 'unknown-number');
  }
  if (comesBack(call)) {
    flow.emit({ type: 'came-back', callSid: call.callSid });
    return plainAnswer(flow.documents.busy, null);
  }
  return await connectAgent(await flow.findRoute(call.to), call, flow);
}

/** Connects the agent of a route; when there is none, or it cannot be connected, the next best thing. */
export async function connectAgent(found: FoundRoute, call: VoiceCall, flow: CallFlow): Promise<CallAnswer> {
  if (found.source === 'none') {
    return plainAnswer(flow.documents.fallback, 'fallback');
  }
  if (found.source === 'unknown-number') {
    return plainAnswer(flow.documents.unknownNumber, 'unknown-number');
  }
  if (found.source === 'store' && found.route.attended) {
    const document = await flow.attendCall(call);
    if (document !== undefined) {
      return plainAnswer(document, found.source, found.route);
    }
  }
  const { screenCall, resolveAgent } = flow.hooks;
  const verdict = screenCall === undefined ? 'answer' : await screenCall(found.route, call);
  if (verdict === 'reject' || verdict === 'busy') {
    flow.emit({ type: 'screened', verdict, callSid: call.callSid });
    const reason = verdict === 'busy' ? 'busy' : 'rejected';
    return plainAnswer(twiml.response(twiml.reject({ reason })), found.source, found.route);
  }
  const chosen = resolveAgent === undefined ? undefined : await resolveAgent(found.route, call);
  const answer = chosen && connect({ ...found, route: { ...found.route, agent: chosen } }, call, flow);
  return answer ?? connect(found, call, flow) ?? recover(found, call, flow);
}

type Found = Extract<FoundRoute, { readonly route: VoiceRoute }>;

/** Undefined when the agent must not be rung or cannot be written as TwiML. */
function connect(found: Found, call: VoiceCall, flow: CallFlow): CallAnswer | undefined {
  const { route, source } = found;
  const { agent } = route;
  try {
    if (agent.kind === 'dial' && !(mayDial(agent.phoneNumber, call) && flow.dialLimit(call))) {
      return undefined;
    }
    const document = twiml.response(...renderAgent(agent, agentContext(route, call, flow.actionUrl)));
    return { document, source, agentKind: agent.kind, route };
  } catch (error) {
    flow.emit({ type: 'internal-error', endpoint: 'voice', error: describeError(error) });
    return undefined;
  }
}

function recover(found: Found, call: VoiceCall, flow: CallFlow): CallAnswer {
  return recoveryAnswer(flow.recovery.recover(call, found.route), found, call, flow.emit);
}
