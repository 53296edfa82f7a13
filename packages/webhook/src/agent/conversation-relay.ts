import type { ConversationRelayAgent, RelayLanguage } from '@numberkit/contract';
import {
  CONVERSATION_RELAY_ATTRIBUTES,
  type ConversationRelayAttributes,
  type TwimlElement,
  twiml,
  type Verb,
} from '../twiml/index.ts';
import { type AgentContext, agentParameters, requireUrl } from './agent-context.ts';

const documented = new Map(CONVERSATION_RELAY_ATTRIBUTES.map((name) => [name.toLowerCase(), name]));

/** Writes `<Connect><ConversationRelay>`. */
export function renderConversationRelay(agent: ConversationRelayAgent, context: AgentContext): Verb {
  const { url, greeting, hints, attributes: others, languages, parameters } = agent;
  const attributes: Attributes = {
    url: requireUrl(url, 'wss'),
    ...(others && inDocumentedCase(others)),
  };
  attributes.url = url;
  if (greeting !== undefined) {
    attributes.welcomeGreeting = greeting;
  }
  for (const name of SAME_NAMES) {
    const value = agent[name];
    if (value !== undefined) {
      attributes[name] = value;
    }
  }
  if (hints?.length) {
    attributes.hints = hints.join(',');
  }
  const children = agentParameters(parameters, context).map(([name, value]) => twiml.parameter(name, value));
  return twiml.connect(
    { action: context.actionUrl, method: 'POST' },
    twiml.conversationRelay(
      attributes,
      languages ? [...languages.map(renderLanguage), ...children] : children,
    ),
  );
}

type Attributes = {
  -readonly [Name in keyof ConversationRelayAttributes]: ConversationRelayAttributes[Name];
};

/** Properties of the agent that are called as the attributes are. */
const SAME_NAMES = [
  'language',
  'ttsProvider',
  'voice',
  'transcriptionProvider',
  'speechModel',
  'interruptible',
  'dtmfDetection',
] as const;

/** TwiML is case-sensitive and ignores what it does not know, so a known name in another case is set right. */
function inDocumentedCase(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [documented.get(name.toLowerCase()) ?? name, value]),
  );
}

/** Takes the known properties only: a stored configuration may hold more. */
function renderLanguage(entry: RelayLanguage): TwimlElement<'Language'> {
  const { code, ttsProvider, voice, transcriptionProvider, speechModel } = entry;
  return twiml.language({ code, ttsProvider, voice, transcriptionProvider, speechModel });
}
