/** What happens to a caller whose agent failed. */
export interface RecoveryOptions {
  /** How long the tenant's own phone rings, seconds; default 20, before most phones' own voicemail answers. */
  readonly dialTimeoutSeconds?: number;
  /**
   * What the tenant's phone shows. `called-number` (default): the tenant's numberkit number, by which a call that
   * is forwarded back to us is recognised and not sent round again. `caller`: the caller's number; then only
   * the forwarding information of carriers protects from a loop. Choose it when no tenant forwards all calls.
   */
  readonly callerId?: 'called-number' | 'caller';
  /** The voicemail when nobody can be reached; `false` ends the call instead. */
  readonly voicemail?: false | VoicemailOptions;
  /**
   * A media stream that closes without an error: did the agent end the call (`hang-up`, default) or die
   * (`recover`)? Twilio does not tell. Agents that hang up through the REST API can choose `recover`.
   */
  readonly streamClosed?: 'hang-up' | 'recover';
}

/** How the voicemail sounds. */
export interface VoicemailOptions {
  /** Spoken before the tone. */
  readonly prompt?: string;
  /** BCP 47 tag of the prompt. */
  readonly language?: string;
  readonly voice?: string;
  /** Longest message, seconds; default 120. */
  readonly maxSeconds?: number;
}

/** {@link RecoveryOptions} with every default filled in. */
export interface RecoverySettings {
  readonly dialTimeoutSeconds: number;
  readonly callerId: 'called-number' | 'caller';
  readonly voicemail: false | (VoicemailOptions & { readonly prompt: string; readonly maxSeconds: number });
  readonly streamClosed: 'hang-up' | 'recover';
}

const DEFAULT_PROMPT = 'Sorry, nobody can take your call right now. Please leave a message after the tone.';

/** Fills in the defaults. */
export function recoverySettings(options: RecoveryOptions = {}): RecoverySettings {
  const { voicemail = {} } = options;
  return {
    dialTimeoutSeconds: options.dialTimeoutSeconds ?? 20,
    callerId: options.callerId ?? 'called-number',
    voicemail: voicemail && {
      ...voicemail,
      prompt: voicemail.prompt ?? DEFAULT_PROMPT,
      maxSeconds: voicemail.maxSeconds ?? 120,
    },
    streamClosed: options.streamClosed ?? 'hang-up',
  };
}
