import { Buffer } from 'node:buffer';
import { before } from './deadline.ts';
import { addressOf, type TwilioHosts } from './hosts.ts';
import { readBody } from './read-body.ts';
import { type Transport, TransportFailure, type TwilioRequest, type TwilioResponse } from './transport.ts';

/** What {@link createFetchTransport} needs. */
export interface FetchTransportOptions {
  readonly username: string;
  readonly password: string;
  readonly hosts: TwilioHosts;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** Talks to Twilio with `fetch`: Basic auth, form bodies, one deadline over connecting and reading. */
export function createFetchTransport(options: FetchTransportOptions): Transport {
  const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
  return async (request) => {
    const deadline = AbortSignal.timeout(options.timeoutMs);
    try {
      return await before(deadline, exchange(request, options, credentials, deadline));
    } catch (error) {
      throw asFailure(error, deadline, options.timeoutMs);
    }
  };
}

async function exchange(
  request: TwilioRequest,
  options: FetchTransportOptions,
  credentials: string,
  signal: AbortSignal,
): Promise<TwilioResponse> {
  const query = request.query ? `?${new URLSearchParams(request.query)}` : '';
  const response = await options.fetch(addressOf(request, options.hosts) + query, {
    method: request.method.toUpperCase(),
    headers: {
      Authorization: `Basic ${credentials}`,
      Accept: 'application/json',
      ...(request.form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    ...(request.form && { body: new URLSearchParams(request.form).toString() }),
    // A redirect would turn a POST into a GET and could carry the credentials to another host.
    redirect: 'manual',
    signal,
  });
  return {
    status: response.status,
    body: readBody(await response.text()),
    requestId: response.headers.get('twilio-request-id'),
    retryAfter: response.headers.get('retry-after'),
  };
}

function asFailure(error: unknown, deadline: AbortSignal, timeoutMs: number): TransportFailure {
  if (deadline.aborted) {
    return new TransportFailure('timeout', `Twilio did not answer within ${timeoutMs} ms`);
  }
  return new TransportFailure('network', `The connection to Twilio failed (${codeOf(error)})`);
}

/** The system's error code; undici hides it one `cause` down. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
