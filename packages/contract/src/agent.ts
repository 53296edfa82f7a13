/**
 * What answers a call. One of six kinds; `kind` tells them apart.
 * Stored per tenant (`tenants.put`) and turned into TwiML by the voice webhook.
 *
 * @public
 */
export type AgentConfig =
  | ConversationRelayAgent
  | MediaStreamAgent
  | SipAgent
  | DialAgent
  | RedirectAgent
  | SayAgent;

/**
 * Values handed to the agent with the call; they arrive as `customParameters`.
 *
 * @public
 */
export type AgentParameters = Readonly<Record<string, string>>;

/**
 * Twilio does speech to text and text to speech; the agent exchanges text over a WebSocket.
 *
 * @public
 */
export interface ConversationRelayAgent {
  readonly kind: 'conversation-relay';
  /** `wss://` address of the agent. */
  readonly url: string;
  /** Spoken first, before the caller says anything. */
  readonly greeting?: string;
  /** BCP 47 tag, such as `en-US`. */
  readonly language?: string;
  readonly voice?: string;
  readonly ttsProvider?: 'Google' | 'Amazon' | 'ElevenLabs' | 'Deepgram';
  readonly transcriptionProvider?: 'Deepgram' | 'Google';
  readonly speechModel?: string;
  /** What may interrupt the agent while it speaks. */
  readonly interruptible?: 'none' | 'dtmf' | 'speech' | 'any';
  readonly dtmfDetection?: boolean;
  /** Words the recogniser should expect, such as product names. */
  readonly hints?: readonly string[];
  /** Further languages the agent may switch to. */
  readonly languages?: readonly RelayLanguage[];
  /**
   * Any other documented attribute of the TwiML element, in its exact case, such as
   * `{ reportInputDuringAgentSpeech: 'speech' }`.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly parameters?: AgentParameters;
}

/**
 * One further language of a {@link ConversationRelayAgent}.
 *
 * @public
 */
export interface RelayLanguage {
  readonly code: string;
  readonly ttsProvider?: string;
  readonly voice?: string;
  readonly transcriptionProvider?: string;
  readonly speechModel?: string;
}

/**
 * The agent exchanges raw audio over a WebSocket.
 *
 * @public
 */
export interface MediaStreamAgent {
  readonly kind: 'media-stream';
  /** `wss://` address, without a query. */
  readonly url: string;
  readonly parameters?: AgentParameters;
}

/**
 * The agent is reached by SIP.
 *
 * @public
 */
export interface SipAgent {
  readonly kind: 'sip';
  /** `sip:` or `sips:` address. */
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  /** Sent as SIP headers; each name must start with `X-`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A person answers: the call goes to another phone.
 *
 * @public
 */
export interface DialAgent {
  readonly kind: 'dial';
  /** E.164. */
  readonly phoneNumber: string;
  readonly timeoutSeconds?: number;
}

/**
 * Another program of the host's decides: its TwiML is fetched and followed.
 *
 * @public
 */
export interface RedirectAgent {
  readonly kind: 'redirect';
  readonly url: string;
}

/**
 * A spoken message, then the call ends.
 *
 * @public
 */
export interface SayAgent {
  readonly kind: 'say';
  readonly text: string;
  readonly language?: string;
  readonly voice?: string;
}
