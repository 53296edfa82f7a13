import type { AgentConfig, DialAgent, MediaStreamAgent, SayAgent } from '@numberkit/contract';
import { isE164 } from '../request/index.ts';
import { removeForbiddenCharacters, twiml, type Verb } from '../twiml/index.ts';
import { type AgentContext, agentParameters, requireUrl } from './agent-context.ts';
import { renderConversationRelay } from './conversation-relay.ts';
import { renderSip } from './sip.ts';

/** Writes the verbs that connect a call to its agent. Throws `TypeError` on a configuration Twilio would refuse. */
export function renderAgent(agent: AgentConfig, context: AgentContext): readonly Verb[] {
  switch (agent.kind) {
    case 'conversation-relay':
      return [renderConversationRelay(agent, context)];
    case 'media-stream':
      return [renderMediaStream(agent, context)];
    case 'sip':
      return [renderSip(agent, context)];
    case 'dial':
      return [renderDial(agent, context)];
    case 'redirect':
      return [twiml.redirect(requireUrl(agent.url, 'http'), { method: 'POST' })];
    case 'say':
      return renderSay(agent);
    default:
      throw new TypeError('agent.kind: not one this version knows. Update @numberkit/webhook.');
  }
}

function renderMediaStream(agent: MediaStreamAgent, context: AgentContext): Verb {
  const url = requireUrl(agent.url, 'wss');
  const parameters = agentParameters(agent.parameters, context).map(([name, value]) =>
    twiml.parameter(name, value),
  );
  return twiml.connect({ action: context.actionUrl, method: 'POST' }, twiml.stream({ url }, parameters));
}

function renderDial(agent: DialAgent, context: AgentContext): Verb {
  if (!isE164(agent.phoneNumber)) {
    throw new TypeError('agent.phoneNumber: not E.164. Write it like +14155550142.');
  }
  return twiml.dial(
    {
      action: context.actionUrl,
      method: 'POST',
      timeout: agent.timeoutSeconds,
      callerId: context.callerId,
      answerOnBridge: true,
    },
    twiml.phone(agent.phoneNumber),
  );
}

// Twilio reads at most 4096 characters of one <Say>.
const MAX_SPOKEN = 4000;

function renderSay(agent: SayAgent): readonly Verb[] {
  const voice = { language: agent.language, voice: agent.voice };
  return [
    ...pieces(removeForbiddenCharacters(agent.text)).map((text) => twiml.say(text, voice)),
    twiml.hangup(),
  ];
}

/** Splits a long text at spaces, so that none of it is lost. */
function pieces(text: string): readonly string[] {
  const result: string[] = [];
  let rest = text;
  while (rest.length > MAX_SPOKEN) {
    const space = rest.lastIndexOf(' ', MAX_SPOKEN);
    const end = space > 0 ? space : wholeCharacter(rest, MAX_SPOKEN);
    result.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...result, rest];
}

/** Moves a cut off the middle of a surrogate pair. */
function wholeCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}
