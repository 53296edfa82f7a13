import type { VoiceWebhookOptions } from './options.ts';
import { readBody } from './request/index.ts';
import { createWebCryptoHash } from './signature/index.ts';
import { createVoiceHandler } from './voice-handler.ts';
import { createSettings } from './webhook-settings.ts';

/** Answers Twilio. Never rejects. */
export type VoiceWebhook = (request: Request) => Promise<Response>;

/**
 * Makes the voice webhook: checks that Twilio is calling, finds the route of the called number, answers TwiML
 * that connects its agent. Mount it, before any body parser, at the path of `publicUrl` and everything below:
 *
 * - the voice URL itself: a call comes in;
 * - `/action`: an agent is done. It may have asked for a transfer (`{"transfer":"+1…"}` as hand-off data), or
 *   failed: then the tenant's own phone rings, else voicemail;
 * - `/recovery`, `/recording`: the phone rung was not answered; a voicemail was left (`onRecording`);
 * - `/status`: status callback, handed to `onCallStatus`;
 * - `/fallback`: Twilio could not use an earlier answer.
 *
 * A request that Twilio did not sign gets 403 and causes no lookup. A signed call always gets TwiML: from the
 * route store, from memory when the store fails or is late, else the configured fallback.
 *
 * Throws `TypeError` or `RangeError` when an option is wrong.
 *
 * @example
 * const webhook = createVoiceWebhook({
 *   routes: numberkit.routing,
 *   authTokens: twilioAuthToken,
 *   publicUrl: 'https://app.example.com/twilio/voice',
 *   fallback: twiml.response(twiml.say('Please call again in a few minutes.')),
 * });
 * const response = await webhook(request);
 *
 * @see https://www.twilio.com/docs/voice/twiml
 */
export function createVoiceWebhook(options: VoiceWebhookOptions): VoiceWebhook {
  const settings = createSettings(options);
  const handle = createVoiceHandler(settings, createWebCryptoHash());
  return async (request) => {
    const { status, headers, body } = await handle({
      method: request.method,
      target: pathAndQuery(request.url),
      header: (name) => request.headers.get(name) ?? undefined,
      readBody: () => readBody(request, settings.bodyLimits, settings.clock),
    });
    return new Response(body, { status, headers });
  };
}

/** Cuts the string rather than parsing it: the signature covers the query byte by byte. */
function pathAndQuery(url: string): string {
  const afterScheme = url.indexOf('://') + 3;
  const fragment = url.indexOf('#');
  const whole = fragment === -1 ? url : url.slice(0, fragment);
  const pathStart = whole.slice(afterScheme).search(/[/?]/);
  return pathStart === -1 ? '/' : whole.slice(afterScheme + pathStart);
}
