import type { ConversationRelayAgent, RelayLanguage } from '@numberkit/contract';
import {
  CONVERSATION_RELAY_ATTRIBUTES,
  type ConversationRelayAttributes,
  twiml,
  type Verb,
} from '../twiml/index.ts';
import { type AgentContext, agentParameters, requireUrl } from './agent-context.ts';

const documented = new Map(CONVERSATION_RELAY_ATTRIBUTES.map((name) => [name.toLowerCase(), name]));

/** Writes `<Connect><ConversationRelay>`. */
export function renderConversationRelay(agent: ConversationRelayAgent, context: AgentContext): Verb {
  const attributes: ConversationRelayAttributes = {
    ...inDocumentedCase(agent.attributes ?? {}),
    ...withoutUndefined({
      url: requireUrl(agent.url, 'wss'),
      welcomeGreeting: agent.greeting,
      language: agent.language,
      ttsProvider: agent.ttsProvider,
      voice: agent.voice,
      transcriptionProvider: agent.transcriptionProvider,
      speechModel: agent.speechModel,
      interruptible: agent.interruptible,
      dtmfDetection: agent.dtmfDetection,
      hints: agent.hints?.length ? agent.hints.join(',') : undefined,
    }),
  };
  const children = [
    ...(agent.languages ?? []).map((entry) => twiml.language(pickLanguage(entry))),
    ...agentParameters(agent.parameters, context).map(([name, value]) => twiml.parameter(name, value)),
  ];
  return twiml.connect(
    { action: context.actionUrl, method: 'POST' },
    twiml.conversationRelay(attributes, children),
  );
}

/** TwiML is case-sensitive and ignores what it does not know, so a known name in another case is set right. */
function inDocumentedCase(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [documented.get(name.toLowerCase()) ?? name, value]),
  );
}

/** Takes the known properties only: a stored configuration may hold more. */
function pickLanguage(entry: RelayLanguage): RelayLanguage {
  return withoutUndefined({
    code: entry.code,
    ttsProvider: entry.ttsProvider,
    voice: entry.voice,
    transcriptionProvider: entry.transcriptionProvider,
    speechModel: entry.speechModel,
  });
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  // The filter removes exactly what Defined<T> excludes, which fromEntries cannot express.
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Defined<T>;
}
