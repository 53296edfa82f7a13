import { randomUUID } from 'node:crypto';
import type { Callback } from '../twiml/index.ts';
import type { WebhookPurpose } from './call-event.ts';
import type { CallNetwork } from './call-network.ts';
import { callParameters } from './call-parameters.ts';
import type { CallSubject } from './call-subject.ts';
import type { WebhookAnswer } from './request-webhook.ts';
import { requestWebhook } from './request-webhook.ts';

/** One signed request about a call, with the parameters of every request and those given. */
export function askHost(
  network: CallNetwork,
  leg: CallSubject,
  request: {
    readonly purpose: WebhookPurpose;
    readonly callback: Callback;
    readonly params: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): Promise<WebhookAnswer> {
  return requestWebhook(network.send, leg.log, {
    ...request,
    params: { ...callParameters(leg, network), ...request.params },
    authToken: network.world.account.authToken,
    idempotencyToken: randomUUID(),
    now: () => network.world.clock.now(),
  });
}

/** Tells the host something whose answer does not matter; a failure stays in the log. */
export function tellHost(
  network: CallNetwork,
  leg: CallSubject,
  request: {
    readonly purpose: WebhookPurpose;
    readonly callback: Callback;
    readonly params: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const told = askHost(network, leg, { ...request, signal: new AbortController().signal }).then(
    () => undefined,
    () => undefined,
  );
  leg.track(told);
  return told;
}
