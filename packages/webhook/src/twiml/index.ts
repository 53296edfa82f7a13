import { connect, conversationRelay, language, parameter, stream } from './connect.ts';
import { response } from './document.ts';
import { dial, hangup, pause, phone, play, record, redirect, reject, say, sip } from './verbs.ts';

export {
  CONVERSATION_RELAY_ATTRIBUTES,
  type ConversationRelayAttribute,
  type ConversationRelayAttributes,
  type LanguageAttributes,
} from './connect.ts';
export { assertSize, MAX_TWIML_BYTES, type Verb } from './document.ts';
export { type TwimlAttributes, type TwimlElement, writeStart } from './element.ts';
export { removeForbiddenCharacters } from './escape.ts';
export type { DialAttributes, RecordAttributes, SayAttributes } from './verbs.ts';

/**
 * Writes TwiML: one function per verb and noun, and `twiml.response` around them.
 * Everything is escaped; characters XML forbids are removed; a document above 64 kB throws `RangeError`.
 *
 * @example
 * twiml.response(twiml.say('We are closed & will call back.'), twiml.hangup());
 * // <?xml version="1.0" encoding="UTF-8"?><Response><Say>We are closed &amp; will call back.</Say><Hangup/></Response>
 *
 * @see https://www.twilio.com/docs/voice/twiml
 */
export const twiml = {
  response,
  say,
  play,
  pause,
  hangup,
  reject,
  redirect,
  record,
  dial,
  phone,
  sip,
  connect,
  conversationRelay,
  language,
  stream,
  parameter,
} as const;
