import { NO_FIELDS } from '../request/index.ts';
import { isSigned } from './is-signed.ts';
import { createWebCryptoHash } from './signature-hash.ts';

/** What {@link verifyTwilioSignature} checks. */
export interface TwilioSignatureCheck {
  /** The account's Auth Token; several while one replaces another. Never an API key secret. */
  readonly authTokens: string | readonly string[];
  /** The URL as Twilio was given it: `https://…` or `wss://…`, raw query included. A fragment is ignored. */
  readonly url: string;
  /** The `X-Twilio-Signature` header as the server hands it out; missing or repeated means not signed. */
  readonly signature: string | readonly string[] | null | undefined;
  /** Form parameters of a POST. Leave out for GET and for WebSocket handshakes. */
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  /** The raw body, when the URL carries `bodySHA256`. */
  readonly body?: Uint8Array | string;
}

const webCryptoHash = createWebCryptoHash();

/**
 * Did Twilio send this? Checks a WebSocket handshake (ConversationRelay, media streams) or any other request
 * that `createVoiceWebhook` does not handle. Never throws on input from outside; resolves to `false`.
 *
 * @example
 * const genuine = await verifyTwilioSignature({
 *   authTokens: token,
 *   url: 'wss://app.example.com/agent',
 *   signature: request.headers['x-twilio-signature'],
 * });
 *
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export async function verifyTwilioSignature(check: TwilioSignatureCheck): Promise<boolean> {
  const { signature } = check;
  if (typeof signature !== 'string' || signature === '') {
    return false;
  }
  const body = check.body ?? '';
  return isSigned(
    {
      tokens: typeof check.authTokens === 'string' ? [check.authTokens] : check.authTokens,
      signature,
      url: check.url,
      fields: check.params === undefined ? NO_FIELDS : new Map(Object.entries(check.params)),
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    },
    webCryptoHash,
  );
}
