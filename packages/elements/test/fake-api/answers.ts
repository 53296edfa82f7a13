/** A JSON answer. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** An error answer. */
export function problem(status: number, code: string, more: Record<string, unknown> = {}): Response {
  const body = { type: 'about:blank', title: code, status, code, detail: code, retryable: false, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** A connection that breaks. */
export function reset(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** A server that never answers. */
export function silence(): Promise<Response> {
  return new Promise(() => {});
}
