export { type BodyLimits, type BodyResult, readBody } from './body.ts';
export {
  type Destination,
  ENDPOINT_PATHS,
  type Endpoint,
  findDestination,
  type PublicUrl,
  parsePublicUrl,
} from './endpoint.ts';
export { type Fields, field, NO_FIELDS, parseForm, parseJsonFields, wholeNumberField } from './form.ts';
export { noContent, type PlainRequest, type PlainResponse, refusal, twimlResponse } from './plain.ts';
export { isE164, isForwarded, readCall, sameLine, type VoiceCall } from './voice-call.ts';
