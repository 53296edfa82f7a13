import { element, type TwimlElement } from './element.ts';

/**
 * Every documented attribute of `<ConversationRelay>`, in the case Twilio reads.
 * https://www.twilio.com/docs/voice/twiml/connect/conversationrelay
 */
export const CONVERSATION_RELAY_ATTRIBUTES = [
  'url',
  'welcomeGreeting',
  'welcomeGreetingInterruptible',
  'language',
  'ttsLanguage',
  'ttsProvider',
  'voice',
  'transcriptionLanguage',
  'transcriptionProvider',
  'speechModel',
  'interruptible',
  'interruptSensitivity',
  'dtmfDetection',
  'reportInputDuringAgentSpeech',
  'preemptible',
  'hints',
  'debug',
  'elevenlabsTextNormalization',
  'events',
  'partialPrompts',
  'profanityFilter',
  'speechTimeout',
  'ignoreBackchannel',
  'deepgramSmartFormat',
  'eotThreshold',
  'backgroundNoiseReduction',
  'intelligenceService',
  'conversationConfiguration',
  'conversationId',
  'applicationReconnect',
  'turnDetection',
] as const;

/** Name of a documented `<ConversationRelay>` attribute. */
export type ConversationRelayAttribute = (typeof CONVERSATION_RELAY_ATTRIBUTES)[number];

/** Attributes of `<ConversationRelay>`; `url` starts with `wss://`. */
export type ConversationRelayAttributes = { readonly url: string } & {
  readonly [Name in Exclude<ConversationRelayAttribute, 'url'>]?: string | number | boolean | undefined;
};

/** `<Connect>` hands the call to a noun until its socket closes, then asks `action` what is next. */
export function connect(
  attributes: { readonly action?: string; readonly method?: 'GET' | 'POST' },
  noun: TwimlElement<'ConversationRelay' | 'Stream'>,
): TwimlElement<'Connect'> {
  return element('Connect', { ...attributes }, [noun]);
}

/** `<ConversationRelay>`: Twilio does the speech, the socket exchanges text. */
export function conversationRelay(
  attributes: ConversationRelayAttributes,
  children: readonly TwimlElement<'Language' | 'Parameter'>[] = [],
): TwimlElement<'ConversationRelay'> {
  return element('ConversationRelay', { ...attributes }, children);
}

/** `<Stream>`: the socket exchanges audio. Twilio ignores a query in `url`; use parameters. */
export function stream(
  attributes: { readonly url: string; readonly name?: string },
  parameters: readonly TwimlElement<'Parameter'>[] = [],
): TwimlElement<'Stream'> {
  return element('Stream', { ...attributes }, parameters);
}

const NO_CHILDREN: readonly TwimlElement[] = [];

/** `<Parameter>`: reaches the agent among its `customParameters`. */
export function parameter(name: string, value: string): TwimlElement<'Parameter'> {
  // A call has several, and their attribute names are these: nothing to check.
  return { name: 'Parameter', attributes: { name, value }, children: NO_CHILDREN };
}

/** Attributes of `<Language>`. */
export interface LanguageAttributes {
  /** BCP 47 tag. */
  readonly code: string;
  readonly ttsProvider?: string | undefined;
  readonly voice?: string | undefined;
  readonly transcriptionProvider?: string | undefined;
  readonly speechModel?: string | undefined;
  readonly ttsLanguage?: string | undefined;
  readonly transcriptionLanguage?: string | undefined;
}

/** `<Language>`: one more language a ConversationRelay session may switch to. */
export function language(attributes: LanguageAttributes): TwimlElement<'Language'> {
  return element('Language', { ...attributes });
}
