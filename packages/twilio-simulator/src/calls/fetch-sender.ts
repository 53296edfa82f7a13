import type { SimulatorClock } from '../world/index.ts';
import type { SendRequest } from './send-request.ts';
import { WebhookFailure } from './webhook-failure.ts';

/** Sends webhooks through a `fetch` of the host's own. It cannot tell connecting from waiting for an answer. */
export function createFetchSender(fetch: typeof globalThis.fetch, clock: SimulatorClock): SendRequest {
  return async (wire) => {
    const late = new AbortController();
    const limit = clock.schedule(wire.readMs, () => late.abort());
    // `fetch` sets these two itself.
    const { host, 'content-length': length, ...headers } = wire.headers;
    try {
      const response = await fetch(wire.url, {
        method: wire.method,
        headers,
        body: wire.body ?? null,
        redirect: 'manual',
        signal: AbortSignal.any([wire.signal, late.signal]),
      });
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? undefined,
        location: response.headers.get('location') ?? undefined,
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      if (late.signal.aborted)
        throw new WebhookFailure(11_200, 'rt', `No complete answer within ${wire.readMs} ms.`);
      throw new WebhookFailure(11_205, 'ct', error instanceof Error ? error.message : String(error));
    } finally {
      limit.cancel();
    }
  };
}
