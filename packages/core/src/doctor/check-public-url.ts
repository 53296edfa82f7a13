import type { NumberSettings } from '../carrier/index.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';

/** Asks an address; a redirect is answered as it is, not followed. Rejects when nothing answers in time. */
export type AskAddress = (url: string) => Promise<{ readonly status: number }>;

const OWN_MACHINE = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|.*\.(local|internal|test)$)/;

const START = 'Start the server that has the voice webhook, and look at DNS, TLS and the proxy before it.';

/**
 * Can Twilio reach the voice webhook, and does the webhook insist on Twilio's signature? Both are told by one POST
 * without a signature: whoever answers it with 403 is there and checks.
 */
export async function checkPublicUrl(settings: NumberSettings, ask: AskAddress): Promise<readonly Check[]> {
  const address = URL.canParse(settings.voiceUrl) ? new URL(settings.voiceUrl) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    const remedy = 'Set the option `voice` with voiceUrls(publicUrl), such as https://app.example.com/voice.';
    return [failed('public-url', 'The voice URL is not an http(s) address.', remedy), unasked];
  }
  address.hash = '';
  const { href } = address;
  let status: number;
  try {
    ({ status } = await ask(href));
  } catch (error) {
    const why = error instanceof Error && error.name === 'TimeoutError' ? 'in time' : 'at all';
    return [failed('public-url', `${href} does not answer ${why}.`, START), unasked];
  }
  return [checkReach(address, status), checkSignature(href, status)];
}

const unasked = skipped('signature', 'The voice webhook could not be asked.');

function checkReach(address: URL, status: number): Check {
  const { href, hostname, protocol } = address;
  if (status >= 300 && status < 400) {
    const remedy =
      'Use the address that it leads to: Twilio follows a redirect with GET and loses what it sent.';
    return failed('public-url', `${href} redirects (${status}).`, remedy);
  }
  if (status === 404 || status === 405) {
    const remedy = 'Mount the voice webhook at exactly this address, for POST.';
    return failed('public-url', `${href} has no voice webhook (${status}).`, remedy);
  }
  if (status >= 500) return failed('public-url', `${href} fails (${status}).`, START);
  if (OWN_MACHINE.test(hostname) || PRIVATE.test(hostname)) {
    const remedy = 'Fine with the simulator. For Twilio, set a public https address, such as a tunnel.';
    return warning('public-url', `${href} can be reached from this machine or network only.`, remedy);
  }
  if (protocol === 'http:') {
    return warning('public-url', `${href} is not encrypted.`, 'Use https: calls name who rings whom.');
  }
  return ok('public-url', `${href} answers.`);
}

function checkSignature(href: string, status: number): Check {
  if (status === 403) return ok('signature', 'A request that Twilio did not sign is refused.');
  if (status >= 200 && status < 300) {
    return failed(
      'signature',
      `${href} answers a request that Twilio did not sign (${status}).`,
      'Let createVoiceWebhook check signatures: give it `authToken` and the same public URL.',
    );
  }
  return skipped('signature', `The answer ${status} does not tell whether signatures are checked.`);
}
