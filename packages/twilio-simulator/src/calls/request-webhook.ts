import type { Callback } from '../twiml/index.ts';
import type { WebhookPurpose } from './call-event.ts';
import type { CallLog } from './call-log.ts';
import type { ConnectionOverrides } from './connection-overrides.ts';
import { connectionOverrides } from './connection-overrides.ts';
import type { SendRequest, WireRequest, WireResponse } from './send-request.ts';
import { signRequest, withoutFragment } from './sign-request.ts';
import { WebhookFailure } from './webhook-failure.ts';

export interface WebhookRequest {
  readonly purpose: WebhookPurpose;
  readonly callback: Callback;
  readonly params: Readonly<Record<string, string>>;
  readonly authToken: string;
  /** The same for every try of this request. */
  readonly idempotencyToken: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

export interface WebhookAnswer extends WireResponse {
  /** Where the answer came from after redirects: relative addresses in it start here. */
  readonly url: string;
}

const mostRedirects = 10;

/**
 * Asks the host, signed, with Twilio's limits and retries. Resolves on a 2xx answer; rejects with
 * {@link WebhookFailure}. Everything sent and received goes to the log.
 */
export async function requestWebhook(
  send: SendRequest,
  log: CallLog,
  request: WebhookRequest,
): Promise<WebhookAnswer> {
  const overrides = connectionOverrides(request.callback.url);
  const startedAt = request.now().getTime();
  let attempt = 0;
  for (let left = overrides.retries; ; left -= 1) {
    const budget = overrides.totalMs - (request.now().getTime() - startedAt);
    try {
      return await tryOnce(send, log, request, overrides, budget, () => ++attempt);
    } catch (error) {
      if (!(error instanceof WebhookFailure) || request.signal.aborted) throw error;
      const { code, message, phase } = error;
      log.record({
        kind: 'webhook-failure',
        purpose: request.purpose,
        url: request.callback.url,
        code,
        message,
      });
      const spent = request.now().getTime() - startedAt >= overrides.totalMs;
      if (left === 0 || spent || phase === 'other' || !overrides.policies.has(phase)) throw error;
    }
  }
}

/** One try, with the redirects it leads to. */
async function tryOnce(
  send: SendRequest,
  log: CallLog,
  request: WebhookRequest,
  overrides: ConnectionOverrides,
  budgetMs: number,
  countAttempt: () => number,
): Promise<WebhookAnswer> {
  let callback = { ...request.callback, url: withoutFragment(request.callback.url) };
  let params = request.params;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const { signature, wire } = compose(request, callback, params, overrides, budgetMs);
    const { purpose, idempotencyToken } = request;
    const { method, url } = wire;
    log.record({
      kind: 'webhook',
      purpose,
      attempt: countAttempt(),
      method,
      url,
      params,
      signature,
      idempotencyToken,
    });
    const response = await send(wire);
    const body = new TextDecoder().decode(response.body.subarray(0, 65_536));
    const { status, contentType } = response;
    log.record({ kind: 'webhook-response', purpose, url, status, contentType, body });
    if (status >= 200 && status < 300) return { ...response, url };
    if (status < 300 || status >= 400 || !response.location) throw refused(status);
    // A redirect is followed as GET and what was posted is lost, as at Twilio.
    callback = { url: new URL(response.location, url).href, method: 'GET' };
    params = {};
  }
  throw new WebhookFailure(11_215, 'other', `More than ${mostRedirects} redirects.`);
}

function compose(
  request: WebhookRequest,
  callback: Callback,
  params: Readonly<Record<string, string>>,
  overrides: ConnectionOverrides,
  budgetMs: number,
): { signature: string; wire: WireRequest } {
  const form = new URLSearchParams(params).toString();
  const post = callback.method === 'POST';
  const separator = callback.url.includes('?') ? '&' : '?';
  const url = post || form === '' ? callback.url : `${callback.url}${separator}${form}`;
  const signature = signRequest(request.authToken, url, post ? params : {});
  const headers: Record<string, string> = {
    host: hostOf(url),
    'user-agent': 'TwilioProxy/1.1 (numberkit simulator)',
    accept: '*/*',
    'x-twilio-signature': signature,
    'i-twilio-idempotency-token': request.idempotencyToken,
  };
  if (post) {
    headers['content-type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
    headers['content-length'] = String(Buffer.byteLength(form));
  }
  return {
    signature,
    wire: {
      method: callback.method,
      url,
      headers,
      body: post ? form : undefined,
      connectMs: Math.min(overrides.connectMs, budgetMs),
      readMs: Math.min(overrides.readMs, budgetMs),
      signal: request.signal,
    },
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function refused(status: number): WebhookFailure {
  const phase = status >= 500 ? '5xx' : status >= 400 ? '4xx' : 'other';
  return new WebhookFailure(11_200, phase, `The answer was HTTP ${status}.`);
}
