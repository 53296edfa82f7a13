import { createRequire } from 'node:module';
import type { RequestClient as RequestClientType, Twilio as TwilioClient } from 'twilio';
import { createTwilioSimulator, type TwilioSimulator, type TwilioSimulatorOptions } from '../src/index.ts';
import { sdkRequestClient } from '../src/mounts/sdk.ts';
import type { TwilioSimulatorServer } from '../src/server/index.ts';
import { type Exchange, prove } from './openapi/prove.ts';

// The official SDK is CommonJS; loaded like this its named export keeps its type.
const { RequestClient, Twilio } = createRequire(import.meta.url)('twilio') as {
  RequestClient: typeof RequestClientType;
  Twilio: typeof TwilioClient;
};

export interface Bench {
  simulator: TwilioSimulator;
  client: TwilioClient;
  /** What passed between the SDK and the simulator so far. */
  exchanges: Exchange[];
}

/** A simulator with the official SDK in front of it and the official documents between them. */
export function setUp(options: TwilioSimulatorOptions = {}): Bench {
  const simulator = createTwilioSimulator({ clock: { mode: 'virtual' }, ...options });
  const proven = prove(simulator);
  return { simulator, client: clientOf(simulator, proven.fetch), exchanges: proven.exchanges };
}

/** The official SDK with the account's own credentials, or others. */
export function clientOf(
  simulator: TwilioSimulator,
  fetch: TwilioSimulator['fetch'],
  username = simulator.account.sid,
  password = simulator.account.authToken,
  accountSid = simulator.account.sid,
): TwilioClient {
  return new Twilio(username, password, { accountSid, httpClient: sdkRequestClient({ fetch }) });
}

/** The official SDK with its own HTTP client, only the host replaced by the server's. */
export function overHttp(server: TwilioSimulatorServer): Bench {
  const { simulator, url } = server;
  const http = new RequestClient();
  const httpClient: Pick<RequestClientType, 'request'> = {
    request: (options) => http.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, url) }),
  };
  const { sid, authToken } = simulator.account;
  return {
    simulator,
    // The SDK calls nothing but `request`.
    client: new Twilio(sid, authToken, { httpClient: httpClient as RequestClientType }),
    exchanges: [],
  };
}
