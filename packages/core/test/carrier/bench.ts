import { createRequire } from 'node:module';
import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { sdkRequestClient } from '@numberkit/twilio-simulator/sdk';
import type { Twilio as TwilioClass } from 'twilio';
import type { Carrier } from '../../src/carrier/index.ts';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { objections } from './openapi.ts';

// The official SDK is CommonJS; required, its named export keeps its type.
const { Twilio } = createRequire(import.meta.url)('twilio') as { Twilio: typeof TwilioClass };

/** A request that reached the simulator. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly form: URLSearchParams;
  readonly authorization: string | null;
  /** What Twilio's OpenAPI documents have against it. */
  readonly objections: readonly string[];
}

/** A simulator, and the adapter in front of it. */
export interface Bench {
  readonly simulator: TwilioSimulator;
  readonly carrier: Carrier;
  readonly sent: readonly Sent[];
}

/** Both ways in which the adapter reaches Twilio. */
export const ways = ['our fetch', 'the official SDK'] as const;

/** Nobody waits between attempts, and requests time out fast. */
const impatient = {
  clock: { now: () => new Date(), sleep: async () => undefined },
  random: () => 0,
  timeoutMs: 300,
};

export function setUp(
  way: (typeof ways)[number],
  options: { trial?: boolean; authToken?: string; pageSize?: number } = {},
): Bench {
  const simulator = createTwilioSimulator({ trial: options.trial ?? false, fetch: takeCall });
  const sent: Sent[] = [];
  const recorded = {
    async fetch(request: Request): Promise<Response> {
      const body = await request.clone().text();
      sent.push({
        method: request.method,
        url: new URL(request.url),
        form: new URLSearchParams(body),
        authorization: request.headers.get('authorization'),
        objections: objections(request, body),
      });
      return simulator.fetch(smallPages(request, options.pageSize));
    },
  };
  const { sid } = simulator.account;
  const authToken = options.authToken ?? simulator.account.authToken;
  if (way === 'our fetch') {
    const fetch: typeof globalThis.fetch = (input, init) => recorded.fetch(new Request(input, init));
    return { simulator, sent, carrier: twilio({ ...impatient, accountSid: sid, authToken, fetch }) };
  }
  // The simulator's client has the one method that the SDK calls.
  const httpClient = sdkRequestClient(recorded) as never;
  const client = new Twilio(sid, authToken, { httpClient });
  return { simulator, sent, carrier: twilio({ ...impatient, client }) };
}

/** Our webhook, as far as these tests need one: it takes every call and waits. */
const takeCall: typeof globalThis.fetch = async () =>
  new Response('<Response><Say>Hello</Say><Pause length="30"/></Response>', {
    headers: { 'content-type': 'text/xml' },
  });

/** The first page of a list made short, as if the account were large; Twilio's links to the others stay short. */
function smallPages(request: Request, pageSize: number | undefined): Request {
  const url = new URL(request.url);
  if (pageSize === undefined || request.method !== 'GET' || !url.searchParams.has('PageSize')) return request;
  url.searchParams.set('PageSize', String(pageSize));
  return new Request(url, request);
}

/** The first number for sale in Oakland. */
export async function firstForSale(carrier: Carrier): Promise<string> {
  const [number] = await carrier.searchNumbers({
    country: 'US',
    type: 'local',
    areaCode: '510',
    excludeAddressRequired: true,
    limit: 1,
  });
  if (!number) throw new Error('the simulator sells nothing in 510');
  return number.phoneNumber;
}

/** An order as the ledger places it. */
export function orderFor(phoneNumber: string) {
  return {
    phoneNumber,
    tag: 'op_01k7abc',
    voiceUrl: 'https://app.example.com/twilio/voice',
    voiceFallbackUrl: 'https://app.example.com/twilio/voice/fallback',
    statusCallback: 'https://app.example.com/twilio/status',
  };
}
