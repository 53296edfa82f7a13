import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpMethod, SimulatorClock } from '../world/index.ts';
import { isLoopback } from './loopback.ts';
import { WebhookFailure } from './webhook-failure.ts';

/** One HTTP request as it goes over the wire. */
export interface WireRequest {
  readonly method: HttpMethod;
  /** Without a fragment; its path and query are sent byte for byte. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly connectMs: number;
  readonly readMs: number;
  readonly signal: AbortSignal;
}

export interface WireResponse {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly location: string | undefined;
  readonly body: Uint8Array;
}

/** PORT: one HTTP exchange, redirects not followed. Rejects with {@link WebhookFailure}. */
export type SendRequest = (request: WireRequest) => Promise<WireResponse>;

/**
 * Sends over node:http, because `fetch` rewrites the address (`'` becomes `%27`) and the signature covers its
 * bytes. Limits run on the simulator's clock: on a virtual one a silent host times out when time is advanced.
 */
export function createSendRequest(clock: SimulatorClock): SendRequest {
  return (wire) =>
    new Promise((resolve, reject) => {
      const target = parseUrl(wire.url);
      if (!target) {
        reject(new WebhookFailure(11_100, 'other', `${wire.url} is not an http or https address.`));
        return;
      }
      const request = (target.protocol === 'https:' ? requestHttps : requestHttp)({
        protocol: target.protocol,
        hostname: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        path: rawPath(wire.url),
        method: wire.method,
        headers: wire.headers,
        signal: wire.signal,
        agent: false,
        ...(isLoopback(target.hostname) ? { rejectUnauthorized: false } : {}),
      });
      const giveUp = (failure: WebhookFailure) => () => void request.destroy(failure);
      const connectLimit = clock.schedule(
        wire.connectMs,
        giveUp(new WebhookFailure(11_205, 'ct', `No connection within ${wire.connectMs} ms.`)),
      );
      let readLimit: { cancel(): void } | undefined;
      const stopClocks = () => {
        connectLimit.cancel();
        readLimit?.cancel();
      };
      request.on('socket', (socket) => {
        socket.once('connect', () => {
          connectLimit.cancel();
          const failure = new WebhookFailure(11_200, 'rt', `No complete answer within ${wire.readMs} ms.`);
          readLimit = clock.schedule(wire.readMs, giveUp(failure));
        });
      });
      request.on('error', (error) => {
        stopClocks();
        reject(failureOf(error));
      });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', (error) => {
          stopClocks();
          reject(failureOf(error));
        });
        response.on('end', () => {
          stopClocks();
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'],
            location: response.headers.location,
            body: Buffer.concat(chunks),
          });
        });
      });
      request.end(wire.body);
    });
}

function parseUrl(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}

function rawPath(url: string): string {
  const path = /^[a-z]+:\/\/[^/?]*(.*)$/is.exec(url)?.[1] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}

function failureOf(error: Error & { code?: string }): WebhookFailure {
  if (error instanceof WebhookFailure) return error;
  const code = error.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new WebhookFailure(11_210, 'ct', error.message);
  if (code.startsWith('HPE_')) return new WebhookFailure(11_206, 'other', error.message);
  if (/CERT|TLS|SSL|EPROTO/.test(code)) return new WebhookFailure(11_220, 'other', error.message);
  if (code === 'ECONNRESET' || code === 'EPIPE') return new WebhookFailure(11_200, 'rt', error.message);
  return new WebhookFailure(11_205, 'ct', error.message || code);
}
