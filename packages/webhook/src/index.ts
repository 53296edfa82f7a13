export type {
  CallStatusEvent,
  Hook,
  IncomingCall,
  RecordingEvent,
  ResolveAgent,
  ScreenCall,
  ScreenVerdict,
} from './callbacks/index.ts';
export type { Clock } from './clock.ts';
export { createVoiceWebhook, type VoiceWebhook } from './create-voice-webhook.ts';
export type { FixedAnswer, VoiceWebhookOptions } from './options.ts';
export type { RecentAnswersOptions } from './recent-answers.ts';
export type { Handoff, RecoveryOptions, VoicemailOptions } from './recovery/index.ts';
export type { BodyLimits, Endpoint } from './request/index.ts';
export type { LastKnownOptions } from './routes/index.ts';
export { type AuthTokens, type TwilioSignatureCheck, verifyTwilioSignature } from './signature/index.ts';
export {
  type ConversationRelayAttribute,
  type ConversationRelayAttributes,
  type DialAttributes,
  type LanguageAttributes,
  type RecordAttributes,
  type SayAttributes,
  type TwimlAttributes,
  type TwimlElement,
  twiml,
  type Verb,
} from './twiml/index.ts';
export { type VoiceUrls, voiceUrls } from './voice-urls.ts';
export type { AnswerSource, Observer, RefusalReason, WebhookEvent } from './webhook-event.ts';
