import { redactPhoneNumbers } from '../privacy/index.ts';

const SESSION_TOKEN = /nks_[\w.-]+/g;
const AUTHORIZATION = /\b(Bearer|Basic)\s+[\w+/=.~-]+/gi;
const URL_USER = /(\w:\/\/)[^\s/@]+@/g;
// Twilio's auth tokens and API key secrets; a SID has two letters in front and is no secret.
const AUTH_TOKEN = /(?<![\w])[0-9a-z]{32}(?![\w])/gi;

/** Takes phone numbers and secrets out of a text that is about to be logged. */
export function redactSecrets(text: string): string {
  const open = text
    .replace(SESSION_TOKEN, '[session token]')
    .replace(AUTHORIZATION, '$1 [credentials]')
    .replace(URL_USER, '$1[credentials]@')
    .replace(AUTH_TOKEN, '[secret]');
  return redactPhoneNumbers(open);
}
