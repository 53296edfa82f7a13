import { before } from './deadline.ts';
import { addressOf, type TwilioHosts } from './hosts.ts';
import { asRecord, readBody } from './read-body.ts';
import { type Transport, TransportFailure, type TwilioRequest } from './transport.ts';

/**
 * The part of the official SDK's client (`twilio` on npm) that is used: its low-level `request`, which answers
 * for every status. The typed resources above it are left alone.
 */
export interface TwilioSdkClient {
  readonly accountSid?: string;
  readonly edge?: string;
  readonly region?: string;
  request(options: {
    method: 'get' | 'post' | 'delete';
    uri: string;
    params?: object;
    data?: object;
    timeout?: number;
  }): Promise<{ statusCode: number; body: unknown; headers?: unknown }>;
}

/** Talks to Twilio through the host's own SDK client. Its credentials, agent, proxy, edge and region apply. */
export function createSdkTransport(
  client: TwilioSdkClient,
  hosts: Pick<TwilioHosts, 'apiBaseUrl'>,
  timeoutMs: number,
): Transport {
  return async (request) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const answer = await before(deadline, ask(client, request, hosts, timeoutMs)).catch((error: unknown) => {
      throw asFailure(error, deadline, timeoutMs);
    });
    const headers = asRecord(answer.headers) ?? {};
    return {
      status: answer.statusCode,
      body: typeof answer.body === 'string' ? readBody(answer.body) : answer.body,
      requestId: header(headers, 'twilio-request-id'),
      retryAfter: header(headers, 'retry-after'),
    };
  };
}

// Async, so that what the SDK throws at once, such as for missing credentials, is a rejection like any other.
async function ask(
  client: TwilioSdkClient,
  request: TwilioRequest,
  hosts: TwilioHosts,
  timeout: number,
): ReturnType<TwilioSdkClient['request']> {
  return client.request({
    // Lower case: the SDK adds the form content type only for exactly 'post'.
    method: request.method,
    uri: addressOf(request, hosts),
    ...(request.query && { params: { ...request.query } }),
    ...(request.form && { data: { ...request.form } }),
    timeout,
  });
}

/**
 * Axios tells a timeout by its code: ECONNABORTED or ETIMEDOUT (https://axios-http.com/docs/handling_errors).
 * Only the code of its error is kept: the error holds the Authorization header.
 */
function asFailure(error: unknown, deadline: AbortSignal, timeoutMs: number): TransportFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (deadline.aborted || code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new TransportFailure('timeout', `Twilio did not answer within ${timeoutMs} ms`);
  }
  const reason = code ?? (error instanceof Error ? error.name : 'unknown');
  return new TransportFailure('network', `The connection to Twilio failed (${reason})`);
}

function header(headers: Readonly<Record<string, unknown>>, name: string): string | null {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : null;
}
