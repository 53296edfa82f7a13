import { ENDPOINT_PATHS, parsePublicUrl } from './request/index.ts';

/** What to set on a number at the carrier; the names are those of Twilio's API, in camel case. */
export interface VoiceUrls {
  readonly voiceUrl: string;
  readonly voiceMethod: 'POST';
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: 'POST';
  readonly statusCallback: string;
  readonly statusCallbackMethod: 'POST';
}

// Twilio's default is one retry, after TCP errors only. Two retries after any failure, each try cut at five
// seconds, still fit the fifteen seconds a caller is made to wait. The fragment is not sent and not signed.
// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
const CONNECTION_OVERRIDES = '#ct=2000&rt=5000&rc=2&rp=all';

/**
 * The addresses to give to Twilio for a webhook mounted at `publicUrl`. None names a tenant.
 * Throws `TypeError` when `publicUrl` is not a plain http(s) address.
 *
 * @example
 * voiceUrls('https://app.example.com/twilio/voice').voiceUrl;
 * // https://app.example.com/twilio/voice#ct=2000&rt=5000&rc=2&rp=all
 */
export function voiceUrls(publicUrl: string): VoiceUrls {
  const { href } = parsePublicUrl(publicUrl);
  return {
    voiceUrl: href + CONNECTION_OVERRIDES,
    voiceMethod: 'POST',
    voiceFallbackUrl: href + ENDPOINT_PATHS.fallback + CONNECTION_OVERRIDES,
    voiceFallbackMethod: 'POST',
    statusCallback: href + ENDPOINT_PATHS.status + CONNECTION_OVERRIDES,
    statusCallbackMethod: 'POST',
  };
}
