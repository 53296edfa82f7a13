import { isConnectionReset } from '../faults/index.ts';
import type { TwilioSimulator } from '../simulator.ts';

/** The part of MSW's `http` that is used here: MSW is passed in, never imported. */
export interface MswHttp<Handler> {
  all(path: RegExp, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

const TWILIO_HOSTS = /^https:\/\/([\w-]+\.)*twilio\.com(:\d+)?\//;

/**
 * One MSW handler that owns every `*.twilio.com` address: also paths that end in `.json`, which MSW takes for
 * static files and lets pass in silence, so that a forgotten route would reach the real Twilio.
 *
 * @example
 * import { http } from 'msw';
 * const server = setupServer(twilioHandler(createTwilioSimulator(), { http }));
 */
export function twilioHandler<Handler>(
  simulator: Pick<TwilioSimulator, 'fetch'>,
  msw: { http: MswHttp<Handler> },
): Handler {
  return msw.http.all(TWILIO_HOSTS, async ({ request }) => {
    try {
      return await simulator.fetch(request.clone());
    } catch (error) {
      // MSW turns this into the network error that the caller's fetch rejects with.
      if (isConnectionReset(error)) return Response.error();
      throw error;
    }
  });
}
