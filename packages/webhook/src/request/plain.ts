import type { BodyResult } from './body.ts';

/** A request as any host can describe it, so that the core needs no `Request`. */
export interface PlainRequest {
  readonly method: string;
  /** Path and query, raw, exactly as received. */
  readonly target: string;
  /** @param name in lower case. */
  header(name: string): string | undefined;
  readBody(): Promise<BodyResult> | BodyResult;
}

/** A response as any host can send it. */
export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: no body. */
  readonly body: string | null;
}

/** 200 with TwiML. */
export function twimlResponse(document: string): PlainResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
    body: document,
  };
}

/** 204: received, nothing to say. */
export function noContent(): PlainResponse {
  return { status: 204, headers: { 'cache-control': 'no-store' }, body: null };
}

/** A refusal a developer can act on: which part, what is wrong, what to do. Never holds a value of the request. */
export function refusal(
  status: number,
  problem: { readonly field: string; readonly reason: string; readonly remedy: string },
  headers: Readonly<Record<string, string>> = {},
): PlainResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${problem.field}: ${problem.reason}. ${problem.remedy}\n`,
  };
}
