import { addressOf, type TwilioHosts } from './hosts.ts';
import { asRecord, readBody } from './read-body.ts';
import { type Transport, TransportFailure } from './transport.ts';

/**
 * The part of the official SDK's client (`twilio` on npm) that is used: its low-level `request`, which answers
 * for every status. The typed resources above it are left alone.
 */
export interface TwilioSdkClient {
  readonly accountSid?: string;
  readonly edge?: string;
  readonly region?: string;
  request(options: {
    method: 'get' | 'post';
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
    const answer = await client
      .request({
        // Lower case: the SDK adds the form content type only for exactly 'post'.
        method: request.method,
        uri: addressOf(request, hosts),
        ...(request.query && { params: { ...request.query } }),
        ...(request.form && { data: { ...request.form } }),
        timeout: timeoutMs,
      })
      .catch((error: unknown) => {
        throw asFailure(error);
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

/** Axios tells a timeout by its code: ECONNABORTED or ETIMEDOUT (https://axios-http.com/docs/handling_errors). */
function asFailure(error: unknown): TransportFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const kind = code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'network';
  return new TransportFailure(kind, `The connection to Twilio failed (${code})`);
}

function header(headers: Readonly<Record<string, unknown>>, name: string): string | null {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : null;
}
