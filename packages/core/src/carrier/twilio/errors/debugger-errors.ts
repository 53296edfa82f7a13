import type { TwilioError } from './twilio-error.ts';

const remedies = {
  webhook: 'Look at the webhook’s own log for the time of the call.',
  reach: 'Check that the public address of the voice webhook can be reached from the internet.',
  twiml: 'Send only TwiML made by numberkit, as text/xml.',
  number: 'Check the phone number in the tenant’s agent configuration.',
  geo: 'Allow the country under Voice > Settings > Geo permissions in the Twilio console.',
  nothing: 'Nothing to do: it is a warning about the caller.',
  socket: 'Check that the agent’s WebSocket address answers from the internet with a valid certificate.',
  relay: 'Check voice, language and provider in the tenant’s agent configuration.',
  limit: 'Get a Business Primary Customer Profile approved in Trust Hub; new accounts have low limits.',
};

/** Codes of calls that are running. They never answer a request: look in Monitor, or at the fallback's `ErrorCode`. */
export const debuggerErrors: readonly TwilioError[] = [
  seen(
    11200,
    'The webhook answered without success, without a content type, or after 15 seconds.',
    remedies.webhook,
  ),
  seen(11205, 'No TCP connection to the webhook within 10 seconds.', remedies.reach),
  seen(11206, 'The webhook did not speak HTTP.', remedies.reach),
  seen(11210, 'The webhook’s host name does not resolve.', remedies.reach),
  seen(11215, 'The webhook redirected too often.', remedies.reach),
  seen(11220, 'The TLS handshake with the webhook failed.', remedies.reach),
  { ...seen(11230, 'The webhook’s certificate was refused.', remedies.reach), through: 11239 },
  seen(11750, 'The TwiML is larger than 64 kB.', remedies.twiml),
  seen(12100, 'The TwiML is not well-formed XML.', remedies.twiml),
  seen(12200, 'The TwiML has elements or attributes that Twilio does not know.', remedies.twiml),
  seen(12300, 'The TwiML came with a wrong content type.', remedies.twiml),
  seen(13224, 'Dial: the number is not valid.', remedies.number),
  seen(13227, 'Dial: the account may not call this country.', remedies.geo),
  seen(13247, 'Dial: the caller ID is not valid.', remedies.number),
  seen(32021, 'The caller’s SHAKEN signature could not be verified.', remedies.nothing),
  { ...seen(31901, 'The WebSocket of a media stream failed.', remedies.socket), through: 31961 },
  seen(64101, 'ConversationRelay: a parameter is not valid, or the provider is not enabled.', remedies.relay),
  seen(64102, 'ConversationRelay: no connection to the WebSocket.', remedies.socket),
  seen(
    64106,
    'ConversationRelay: an argument is not valid, such as this voice with this language.',
    remedies.relay,
  ),
  seen(64107, 'ConversationRelay: the agent sent a message that is not valid.', remedies.relay),
  seen(64109, 'ConversationRelay: too many sessions at once.', remedies.limit),
];

function seen(code: number, meaning: string, remedy: string): TwilioError {
  return { code, status: null, meaning, purchase: null, error: null, remedy };
}
