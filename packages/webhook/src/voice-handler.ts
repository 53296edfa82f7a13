import { answerEndpoint } from './answer-endpoint.ts';
import { type Received, receive } from './receive.ts';
import { refuse } from './refusals.ts';
import { findDestination, type PlainRequest, type PlainResponse } from './request/index.ts';
import type { SignatureHash } from './signature/index.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** Answers requests of any host; never rejects. */
export type VoiceHandler = (request: PlainRequest) => Promise<PlainResponse>;

/** The webhook without a host: plain request in, plain response out. */
export function createVoiceHandler(settings: WebhookSettings, hash: SignatureHash): VoiceHandler {
  const { recentAnswers, emit, clock } = settings;
  const handle: VoiceHandler = async (request) => {
    const startedAt = clock.now();
    const admitted = await admit(request, settings, hash);
    if (admitted.kind === 'refused') {
      emit({ type: 'refused', status: admitted.response.status, reason: admitted.reason });
      return admitted.response;
    }
    const { endpoint, fields, signature } = admitted;
    const answer = () => answerEndpoint(endpoint, fields, startedAt, settings);
    const retryToken = request.header('i-twilio-idempotency-token');
    return retryToken && recentAnswers ? await recentAnswers(retryToken, signature, answer) : await answer();
  };
  return settings.serverTiming ? withServerTiming(handle) : handle;
}

/** Tells a developer how long the body took to arrive, and how long all the rest did, in milliseconds. */
function withServerTiming(handle: VoiceHandler): VoiceHandler {
  return async (request) => {
    const begun = performance.now();
    let waited = 0;
    const readBody = async () => {
      const asked = performance.now();
      try {
        return await request.readBody();
      } finally {
        waited = performance.now() - asked;
      }
    };
    const answer = await handle({ ...request, readBody });
    const own = performance.now() - begun - waited;
    const timing = `body;dur=${waited.toFixed(2)}, webhook;dur=${own.toFixed(2)}`;
    return { ...answer, headers: { ...answer.headers, 'server-timing': timing } };
  };
}

function admit(
  request: PlainRequest,
  settings: WebhookSettings,
  hash: SignatureHash,
): Received | Promise<Received> {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return refuse('method');
  }
  const destination = findDestination(settings.publicUrl, request.target);
  return destination === undefined
    ? refuse('path')
    : receive(request, destination, { tokens: settings.tokens, hash });
}
