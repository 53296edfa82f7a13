export type HttpMethod = 'GET' | 'POST';

/** Where a verb reports to, and gets its next TwiML from. */
export interface Callback {
  readonly url: string;
  readonly method: HttpMethod;
}

export interface SayVerb {
  readonly verb: 'Say';
  readonly text: string;
  readonly loop: number;
}
export interface PlayVerb {
  readonly verb: 'Play';
  /** Address of a sound file; empty when only digits are played. */
  readonly source: string;
  readonly digits: string | undefined;
  readonly loop: number;
}
export interface PauseVerb {
  readonly verb: 'Pause';
  readonly seconds: number;
}
export type Prompt = SayVerb | PlayVerb | PauseVerb;

export interface GatherVerb {
  readonly verb: 'Gather';
  readonly action: Callback | undefined;
  readonly method: HttpMethod;
  readonly speech: boolean;
  readonly dtmf: boolean;
  readonly timeoutSeconds: number;
  readonly numDigits: number | undefined;
  readonly finishOnKey: string;
  readonly actionOnEmptyResult: boolean;
  readonly prompts: readonly Prompt[];
}
export interface RecordVerb {
  readonly verb: 'Record';
  readonly action: Callback | undefined;
  readonly method: HttpMethod;
  /** Silence that ends the recording. */
  readonly timeoutSeconds: number;
  readonly maxSeconds: number;
  readonly finishOnKey: string;
  readonly playBeep: boolean;
  readonly statusCallback: Callback | undefined;
}
export interface RedirectVerb {
  readonly verb: 'Redirect';
  readonly target: Callback;
}
export interface RejectVerb {
  readonly verb: 'Reject';
  readonly reason: 'rejected' | 'busy';
}
export interface HangupVerb {
  readonly verb: 'Hangup';
}

/** One phone or SIP address that a `<Dial>` rings. */
export interface Callee {
  readonly kind: 'number' | 'sip';
  readonly address: string;
  /** TwiML that the callee hears before being connected. */
  readonly screen: Callback | undefined;
  readonly statusCallback: Callback | undefined;
  readonly statusEvents: readonly string[];
  readonly sendDigits: string | undefined;
}
export interface DialVerb {
  readonly verb: 'Dial';
  readonly action: Callback | undefined;
  readonly callees: readonly Callee[];
  readonly callerId: string | undefined;
  readonly timeoutSeconds: number;
  readonly timeLimitSeconds: number;
  readonly answerOnBridge: boolean;
  readonly hangupOnStar: boolean;
  readonly sequential: boolean;
  readonly record: boolean;
  readonly recordingCallback: Callback | undefined;
}

export interface RelayLanguage {
  readonly code: string;
  readonly voice: string | undefined;
}
export interface ConversationRelay {
  readonly noun: 'ConversationRelay';
  readonly url: string;
  readonly welcomeGreeting: string;
  readonly language: string;
  readonly languages: readonly RelayLanguage[];
  readonly interruptible: Interruption;
  readonly dtmfDetection: boolean;
  readonly partialPrompts: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}
/** What may cut the agent's speech short. */
export type Interruption = 'none' | 'dtmf' | 'speech' | 'any';

export interface MediaStream {
  readonly noun: 'Stream';
  readonly url: string;
  readonly name: string | undefined;
  readonly track: 'inbound_track' | 'outbound_track' | 'both_tracks';
  readonly statusCallback: Callback | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}
export interface ConnectVerb {
  readonly verb: 'Connect';
  readonly action: Callback | undefined;
  readonly noun: ConversationRelay | MediaStream;
}
export interface StartVerb {
  readonly verb: 'Start';
  readonly streams: readonly MediaStream[];
  readonly recordings: readonly { readonly statusCallback: Callback | undefined }[];
}

export type Verb =
  | Prompt
  | GatherVerb
  | RecordVerb
  | RedirectVerb
  | RejectVerb
  | HangupVerb
  | DialVerb
  | ConnectVerb
  | StartVerb;
