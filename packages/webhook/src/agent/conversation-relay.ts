import type { ConversationRelayAgent, RelayLanguage } from '@numberkit/contract';
import {
  CONVERSATION_RELAY_ATTRIBUTES,
  type ConversationRelayAttributes,
  type TwimlElement,
  twiml,
  type Verb,
  writeStart,
} from '../twiml/index.ts';
import { type AgentContext, knownParameters, requireUrl } from './agent-context.ts';

const documented = new Map(CONVERSATION_RELAY_ATTRIBUTES.map((name) => [name.toLowerCase(), name]));

/** Writes `<Connect><ConversationRelay>`. */
export function renderConversationRelay(agent: ConversationRelayAgent, context: AgentContext): Verb {
  const { relay, languages, own } = partsOf(agent);
  const known = knownParameters(context);
  const children: TwimlElement<'Language' | 'Parameter'>[] = [...languages];
  for (const parameter of own) {
    // What we know of a call cannot be replaced.
    if (!Object.hasOwn(known, String(parameter.attributes.name))) children.push(parameter);
  }
  for (const name in known) children.push(twiml.parameter(name, known[name] ?? ''));
  return twiml.connect({ action: context.actionUrl, method: 'POST' }, { ...relay, children });
}

/** What is the same in every call of an agent. */
interface RelayParts {
  readonly relay: TwimlElement<'ConversationRelay'>;
  readonly languages: readonly TwimlElement<'Language'>[];
  readonly own: readonly TwimlElement<'Parameter'>[];
}

const keptParts = new WeakMap<ConversationRelayAgent, RelayParts>();

/** Written once for an agent that cannot change any more, as those of numberkit's own store. */
function partsOf(agent: ConversationRelayAgent): RelayParts {
  const kept = keptParts.get(agent);
  if (kept !== undefined) {
    return kept;
  }
  const parts = {
    relay: begun(twiml.conversationRelay(attributesOf(agent))),
    languages: (agent.languages ?? []).map((language) => begun(renderLanguage(language))),
    own: Object.entries(agent.parameters ?? {}).map(([name, value]) => begun(twiml.parameter(name, value))),
  };
  if (isFrozen(agent)) {
    keptParts.set(agent, parts);
  }
  return parts;
}

function begun<Name extends string>(element: TwimlElement<Name>): TwimlElement<Name> {
  return { ...element, start: writeStart(element) };
}

function isFrozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null
    ? true
    : Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

function attributesOf(agent: ConversationRelayAgent): Attributes {
  const { url, greeting, hints, attributes: others } = agent;
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
  return attributes;
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
