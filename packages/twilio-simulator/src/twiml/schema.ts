/** What an attribute may hold. */
export type AttributeRule =
  | { readonly kind: 'text' }
  | { readonly kind: 'url' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] };

export interface ElementRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly required?: readonly string[];
  readonly children: readonly string[];
  /** Whether character data belongs inside. */
  readonly text: boolean;
}

const text: AttributeRule = { kind: 'text' };
const url: AttributeRule = { kind: 'url' };
const boolean: AttributeRule = { kind: 'boolean' };
const oneOf = (...values: string[]): AttributeRule => ({ kind: 'oneOf', values });
const integer = (min: number, max: number): AttributeRule => ({ kind: 'integer', min, max });
const method = oneOf('GET', 'POST');
const interruption = oneOf('none', 'dtmf', 'speech', 'any', 'true', 'false');

const recordingAttributes = {
  recordingStatusCallback: url,
  recordingStatusCallbackMethod: method,
  recordingStatusCallbackEvent: text,
  trim: oneOf('trim-silence', 'do-not-trim'),
};
const calleeAttributes = {
  url,
  method,
  statusCallback: url,
  statusCallbackMethod: method,
  statusCallbackEvent: text,
  machineDetection: text,
  machineDetectionTimeout: integer(3, 120),
  amdStatusCallback: url,
  amdStatusCallbackMethod: method,
};
const verbs = [
  'Say',
  'Play',
  'Pause',
  'Gather',
  'Record',
  'Redirect',
  'Reject',
  'Hangup',
  'Dial',
  'Connect',
  'Start',
];

/**
 * The elements the simulator executes, with the attributes Twilio documents. Names are case-sensitive.
 * Source: https://www.twilio.com/docs/voice/twiml and the pages of each verb.
 */
export const schema: Readonly<Record<string, ElementRule>> = {
  Response: { attributes: {}, children: verbs, text: false },
  Say: { attributes: { voice: text, language: text, loop: integer(0, 1000) }, children: [], text: true },
  Play: { attributes: { loop: integer(0, 1000), digits: text }, children: [], text: true },
  Pause: { attributes: { length: integer(0, 3600) }, children: [], text: false },
  Hangup: { attributes: {}, children: [], text: false },
  Reject: { attributes: { reason: oneOf('rejected', 'busy') }, children: [], text: false },
  Redirect: { attributes: { method }, children: [], text: true },
  Gather: {
    attributes: {
      action: url,
      method,
      input: oneOf('dtmf', 'speech', 'dtmf speech', 'speech dtmf'),
      timeout: integer(0, 3600),
      speechTimeout: text,
      maxSpeechTime: integer(1, 3600),
      numDigits: integer(1, 1000),
      finishOnKey: text,
      actionOnEmptyResult: boolean,
      bargeIn: boolean,
      hints: text,
      language: text,
      profanityFilter: boolean,
      speechModel: text,
      enhanced: boolean,
      dtmfDetection: text,
      partialResultCallback: url,
      partialResultCallbackMethod: method,
      debug: boolean,
    },
    children: ['Say', 'Play', 'Pause'],
    text: false,
  },
  Record: {
    attributes: {
      action: url,
      method,
      timeout: integer(0, 3600),
      finishOnKey: text,
      maxLength: integer(1, 14_400),
      playBeep: boolean,
      transcribe: boolean,
      transcribeCallback: url,
      ...recordingAttributes,
    },
    children: [],
    text: false,
  },
  Dial: {
    attributes: {
      action: url,
      method,
      timeout: integer(1, 600),
      timeLimit: integer(1, 86_400),
      callerId: text,
      answerOnBridge: boolean,
      hangupOnStar: boolean,
      record: text,
      ringTone: text,
      referUrl: url,
      referMethod: method,
      sequential: boolean,
      callReason: text,
      recordingTrack: oneOf('both', 'inbound', 'outbound'),
      events: text,
      ...recordingAttributes,
    },
    children: ['Number', 'Sip'],
    text: true,
  },
  Number: { attributes: { sendDigits: text, byoc: text, ...calleeAttributes }, children: [], text: true },
  Sip: { attributes: { username: text, password: text, ...calleeAttributes }, children: [], text: true },
  Connect: { attributes: { action: url, method }, children: ['ConversationRelay', 'Stream'], text: false },
  ConversationRelay: {
    attributes: {
      url,
      welcomeGreeting: text,
      welcomeGreetingInterruptible: interruption,
      welcomeGreetingLanguage: text,
      language: text,
      ttsLanguage: text,
      ttsProvider: oneOf('Google', 'Amazon', 'ElevenLabs', 'Deepgram', 'google', 'amazon'),
      voice: text,
      transcriptionLanguage: text,
      transcriptionProvider: oneOf('Deepgram', 'Google', 'deepgram', 'google'),
      speechModel: text,
      interruptible: interruption,
      interruptSensitivity: oneOf('low', 'medium', 'high'),
      dtmfDetection: boolean,
      reportInputDuringAgentSpeech: interruption,
      preemptible: boolean,
      hints: text,
      debug: text,
      elevenlabsTextNormalization: text,
      events: text,
      partialPrompts: boolean,
      profanityFilter: boolean,
      speechTimeout: text,
      ignoreBackchannel: boolean,
      deepgramSmartFormat: boolean,
      eotThreshold: text,
      backgroundNoiseReduction: text,
      intelligenceService: text,
      conversationConfiguration: text,
      conversationId: text,
      applicationReconnect: boolean,
      turnDetection: text,
    },
    children: ['Language', 'Parameter'],
    text: false,
  },
  Language: {
    attributes: {
      code: text,
      ttsProvider: text,
      voice: text,
      transcriptionProvider: text,
      speechModel: text,
      ttsLanguage: text,
      transcriptionLanguage: text,
    },
    required: ['code'],
    children: [],
    text: false,
  },
  Parameter: {
    attributes: { name: text, value: text },
    required: ['name', 'value'],
    children: [],
    text: false,
  },
  Stream: {
    attributes: {
      url,
      name: text,
      connectorName: text,
      track: oneOf('inbound_track', 'outbound_track', 'both_tracks'),
      statusCallback: url,
      statusCallbackMethod: method,
    },
    children: ['Parameter'],
    text: false,
  },
  Start: { attributes: { action: url, method }, children: ['Stream', 'Recording'], text: false },
  Recording: {
    attributes: {
      ...recordingAttributes,
      channels: text,
      track: oneOf('both', 'inbound', 'outbound'),
      maxLength: integer(1, 86_400),
    },
    children: [],
    text: false,
  },
};
