import { isConnectionReset } from '../faults/index.ts';
import type { TwilioSimulator } from '../simulator.ts';

/** The part of the official SDK's request options that a request needs. */
export interface SdkRequestOptions {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: object;
  data?: unknown;
  timeout?: number;
}

/** What the official SDK expects back: status, unparsed body, lower-case headers. */
export interface SdkResponse {
  statusCode: number;
  body: string;
  headers: Record<string, string>;
}

/** The shape of the SDK's `httpClient` option. */
export interface SdkRequestClient {
  request(options: SdkRequestOptions): Promise<SdkResponse>;
}

function append(target: URLSearchParams, values: object): URLSearchParams {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    for (const single of Array.isArray(value) ? value : [value]) {
      target.append(name, single instanceof Date ? single.toISOString() : String(single));
    }
  }
  return target;
}

function readRequest(options: SdkRequestOptions): Request {
  const url = new URL(options.uri);
  append(url.searchParams, options.params ?? {});
  const headers = new Headers(options.headers);
  if (options.username !== undefined && options.password !== undefined) {
    headers.set('Authorization', `Basic ${btoa(`${options.username}:${options.password}`)}`);
  }
  const method = options.method.toUpperCase();
  const sends = method === 'POST' && typeof options.data === 'object' && options.data !== null;
  const body = sends ? append(new URLSearchParams(), options.data as object).toString() : null;
  const signal = options.timeout === undefined ? null : AbortSignal.timeout(options.timeout);
  return new Request(url, { method, headers, body, signal });
}

/**
 * A request client for the official SDK: the SDK's calls go to the simulator without a network.
 * A broken connection rejects with an error whose `code` is `ECONNRESET`, a timeout with `ECONNABORTED`,
 * as the SDK's own client does.
 *
 * @example
 * new Twilio(twilio.account.sid, twilio.account.authToken, { httpClient: sdkRequestClient(twilio) });
 */
export function sdkRequestClient<Client extends object = SdkRequestClient>(
  simulator: Pick<TwilioSimulator, 'fetch'>,
): Client {
  const client: SdkRequestClient = {
    request: async (options) => {
      const response = await simulator.fetch(readRequest(options)).catch((error: unknown) => {
        throw asSdkError(error);
      });
      return {
        statusCode: response.status,
        body: await response.text(),
        headers: Object.fromEntries(response.headers),
      };
    },
  };
  // The SDK types the option as its own axios class, with private members that no other object can have; it
  // calls nothing but `request`. `Client` is inferred as that class where the option is written.
  return client as unknown as Client;
}

function asSdkError(error: unknown): unknown {
  const sdkError = (message: string, code: string) =>
    Object.assign(new Error(message, { cause: error }), { code });
  if (isConnectionReset(error)) return sdkError('socket hang up', 'ECONNRESET');
  const late = error instanceof Error && error.name === 'TimeoutError';
  return late ? sdkError('timeout exceeded', 'ECONNABORTED') : error;
}
