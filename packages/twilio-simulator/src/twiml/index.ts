export type { TwimlDocument } from './parse-twiml.ts';
export { parseTwiml, parseTwimlResponse } from './parse-twiml.ts';
export type { TwimlProblem } from './twiml-problem.ts';
export { TwimlError, twimlCodes } from './twiml-problem.ts';
export type {
  Callback,
  Callee,
  ConnectVerb,
  ConversationRelay,
  DialVerb,
  GatherVerb,
  HttpMethod,
  Interruption,
  MediaStream,
  Prompt,
  RecordVerb,
  RejectVerb,
  StartVerb,
  Verb,
} from './verbs.ts';
