import type { Mounted } from './mounted.ts';

/** Anything that passes `Request` and takes `Response`: Deno, Bun, Workers, a test. */
export function fetchHost({ api, voice }: Mounted): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (`${pathname}/`.startsWith('/api/twilio/')) return api(request);
    if (`${pathname}/`.startsWith('/twilio/voice/')) return voice(request);
    return new Response('not found', { status: 404 });
  };
}
