import type { Inventory } from '../inventory/index.ts';
import type { CallPlacer, World } from '../world/index.ts';
import { accountRoutes } from './accounts.ts';
import { addressRoutes } from './addresses.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { availablePhoneNumberRoutes } from './available-phone-numbers.ts';
import { callRoutes } from './calls.ts';
import { incomingPhoneNumberRoutes } from './incoming-phone-numbers.ts';
import { lookUpRoutes } from './lookups.ts';
import { readParameters } from './parameters.ts';
import { pricingRoutes } from './pricing.ts';
import type { Reply, RestContext, Route } from './route.ts';
import { createRouter } from './router.ts';
import { errorBody, notFound, TwilioError } from './twilio-error.ts';
import { usageRecordRoutes } from './usage-records.ts';

/** Every operation the simulator implements. COVERAGE.md is made from this list. */
export const REST_ROUTES: readonly Route[] = [
  ...availablePhoneNumberRoutes,
  ...incomingPhoneNumberRoutes,
  ...callRoutes,
  ...addressRoutes,
  ...accountRoutes,
  ...usageRecordRoutes,
  ...pricingRoutes,
  ...lookUpRoutes,
];

export interface RestOptions {
  world: World;
  inventory: Inventory;
  calls: CallPlacer;
}

/** Twilio's REST API on every host at once: the path alone decides. */
export type Rest = (request: RestRequest) => Promise<Response>;

export interface RestRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

const unimplemented = (method: string, pathname: string) =>
  new TwilioError(
    404,
    20404,
    `The requested resource ${pathname} was not found: ${method} is not implemented by the Twilio simulator ` +
      'here. COVERAGE.md lists what is',
  );

export function createRest({ world, inventory, calls }: RestOptions): Rest {
  const router = createRouter(REST_ROUTES);
  let running = 0;

  const answer = async ({ method, url, headers, body }: RestRequest): Promise<Reply> => {
    const caller = authenticate(headers.get('authorization'), world.account);
    const match = router.match(method, url.pathname);
    if (match === undefined) throw unimplemented(method, url.pathname);
    const { route, path } = match;
    const accountSid = permit(route, path, caller, world, url.pathname);
    const context: RestContext = {
      world,
      inventory,
      calls,
      path,
      pathname: url.pathname,
      query: readParameters(url.searchParams),
      form: readParameters(new URLSearchParams(body)),
      test: caller === 'test',
      accountSid,
    };
    return route.handle(context);
  };

  return async (request) => {
    running += 1;
    const started = performance.now();
    try {
      const reply = await answer(request).catch(asReply);
      const headers = responseHeaders(world, running, performance.now() - started, reply.status);
      const body = reply.body === undefined ? null : JSON.stringify(reply.body);
      return new Response(body, { status: reply.status, headers });
    } finally {
      running -= 1;
    }
  };
}

/** Checks that this caller may use this route of this account, and returns the account's SID. */
function permit(
  route: Route,
  path: Readonly<Record<string, string>>,
  caller: Caller,
  { account }: World,
  pathname: string,
): string {
  if (caller === 'test' && route.allowsTest !== true) {
    throw new TwilioError(403, 20008, 'Resource not accessible with Test Account Credentials');
  }
  if (caller === 'standard' && route.mainKeyOnly === true) {
    throw new TwilioError(401, 20003, 'Standard API keys cannot use this resource');
  }
  const own = caller === 'test' ? account.testCredentials.sid : account.sid;
  if ((path.AccountSid ?? own) !== own) throw notFound(pathname);
  return own;
}

function asReply(error: unknown): Reply {
  if (error instanceof TwilioError) {
    return { status: error.status, body: errorBody(error.status, error.code, error.message) };
  }
  throw error;
}

function responseHeaders(world: World, running: number, durationMs: number, status: number): Headers {
  const headers = new Headers({
    'Twilio-Request-Id': world.ids.sid('RQ'),
    'Twilio-Request-Duration': (durationMs / 1000).toFixed(3),
    'Twilio-Concurrent-Requests': String(running),
    'X-Home-Region': 'us1',
    'X-API-Domain': 'api.twilio.com',
    'X-Powered-By': 'numberkit Twilio simulator',
  });
  if (status !== 204) headers.set('Content-Type', 'application/json; charset=utf-8');
  if (status === 401) headers.set('WWW-Authenticate', 'Basic realm="Twilio API"');
  return headers;
}
