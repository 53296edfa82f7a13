import type { Timers } from '../timers/index.ts';
import { ApiError } from './api-error.ts';
import { readAnswer } from './read-answer.ts';

/** Where requests go and with what. */
export interface Connection {
  /** Base address of the API, without a trailing slash needed: `/api/twilio`. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  /** Sent as `Authorization: Bearer …` when not empty. */
  readonly sessionToken?: string | undefined;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs?: number | undefined;
}

/** One request. */
export interface RequestSpec {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** True when sending it twice does no harm; it is then tried up to three times. */
  readonly repeatable: boolean;
  readonly timeoutMs?: number;
}

const RETRY_AFTER_MS = [300, 900];

/** Sends it, again if that is safe and promising, and resolves with the JSON object of the answer. */
export async function sendRequest(
  connection: Connection,
  spec: RequestSpec,
): Promise<Record<string, unknown>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(connection, spec);
    } catch (error) {
      const delay = RETRY_AFTER_MS[attempt];
      if (!spec.repeatable || delay === undefined || !isPassing(error)) throw error;
      await pause(connection.timers, delay, spec.signal);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.asksToWait) return false;
  if (error.kind === 'unreachable') return true;
  return [429, 500, 502, 503, 504].includes(error.status);
}

async function attemptOnce(connection: Connection, spec: RequestSpec): Promise<Record<string, unknown>> {
  if (spec.signal?.aborted) throw new ApiError('aborted');
  const controller = new AbortController();
  let timedOut = false;
  const cancelTimer = connection.timers.after(spec.timeoutMs ?? connection.timeoutMs ?? 15_000, () => {
    timedOut = true;
    controller.abort();
  });
  const forward = () => controller.abort();
  spec.signal?.addEventListener('abort', forward);
  try {
    const { fetch } = connection;
    return await readAnswer(
      await fetch(addressOf(connection, spec), initOf(connection, spec, controller.signal)),
    );
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (timedOut) throw new ApiError('timeout', 0, null, error);
    throw new ApiError(spec.signal?.aborted ? 'aborted' : 'unreachable', 0, null, error);
  } finally {
    cancelTimer();
    spec.signal?.removeEventListener('abort', forward);
  }
}

function addressOf(connection: Connection, spec: RequestSpec): string {
  return connection.baseUrl.replace(/\/+$/, '') + spec.path;
}

function initOf(connection: Connection, spec: RequestSpec, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...spec.headers };
  if (connection.sessionToken) headers.authorization = `Bearer ${connection.sessionToken}`;
  if (spec.body === undefined) return { method: spec.method, headers, signal };
  headers['content-type'] = 'application/json';
  return { method: spec.method, headers, signal, body: JSON.stringify(spec.body) };
}

function pause(timers: Timers, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(milliseconds, resolve);
    signal?.addEventListener('abort', () => {
      cancel();
      reject(new ApiError('aborted'));
    });
  });
}
