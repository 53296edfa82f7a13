import { DEFAULT_BASE_PATH, paths } from '@numberkit/contract';
import { Hono } from 'hono';
import { consoleLog, type Log } from '../activity/index.ts';
import { type Clock, systemClock } from '../clock.ts';
import { NumberkitError } from '../errors.ts';
import { createDevelopmentBypass } from '../guard/index.ts';
import { createIds } from '../ids.ts';
import { answerError, type ErrorSurroundings } from './answer-error.ts';
import { createCronCheck } from './cron-secret.ts';
import { httpErrors } from './errors.ts';
import { EVENT_STREAM_HEADERS, openEventStream } from './event-stream.ts';
import { createStreamLimit } from './limit-streams.ts';
import { describeApi } from './openapi.ts';
import type { HttpHandler, HttpHandlerOptions } from './options.ts';
import { checkOrigins, corsHeaders, preflightHeaders } from './origins.ts';
import type { Answer, Route } from './route.ts';
import { routes } from './routes/index.ts';
import { type Premises, serveRoute } from './serve-route.ts';

const DEFAULT_MAX_BODY_BYTES = 16_384;

/**
 * Makes the HTTP API: search, purchase, status, set-up state, and an OpenAPI document at `openapi.json`. Answers
 * JSON, errors as `application/problem+json`.
 *
 * @throws NumberkitError `development-bypass-in-production`, `invalid-base-path`, `invalid-allowed-origin`
 * @example
 * const handler = createHttpHandler({ api: numberkit, authorize: readHostSession });
 * app.use(toNodeHandler(handler)); // Express 5, or createServer(toNodeHandler(handler))
 */
export function createHttpHandler(options: HttpHandlerOptions): HttpHandler {
  const premises = prepare(options);
  const around: ErrorSurroundings = {
    log: options.log ?? consoleLog,
    newId: options.newId ?? newRequestId,
    errorsUrl: premises.basePath + paths.errors,
  };
  const refuse: Refuse = (thrown, { method, url }) =>
    answerError(thrown, { method, path: new URL(url).pathname }, around);
  const router = createRouter(premises, options.clock ?? systemClock, refuse);
  return async (request) => {
    const response = await router.fetch(request);
    for (const [name, value] of Object.entries(corsHeaders(request, premises.allowedOrigins))) {
      response.headers.set(name, value);
    }
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
    response.headers.set('x-content-type-options', 'nosniff');
    return response;
  };
}

const newRequestId = () => createIds(systemClock)('req');

function prepare(options: HttpHandlerOptions): Premises {
  const { basePath = DEFAULT_BASE_PATH, log = consoleLog } = options;
  if (!/^(\/[^/?#\s]+)*$/.test(basePath)) {
    throw new NumberkitError(httpErrors.invalidBasePath, {
      detail: `${JSON.stringify(basePath)} is not usable.`,
    });
  }
  return {
    api: options.api,
    basePath,
    enabledPaths: options.paths ?? ['buy'],
    allowedOrigins: checkOrigins(options.allowedOrigins ?? []),
    maxBodyBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    isCron: createCronCheck(options.cronSecret),
    doorkeepers: {
      sessions: options.sessions,
      authorize: options.authorize,
      bypass: createBypass(options, log),
    },
  };
}

function createBypass(options: HttpHandlerOptions, log: Log): Premises['doorkeepers']['bypass'] {
  if (!options.development) return undefined;
  const environment = options.environment ?? process.env.NODE_ENV;
  return createDevelopmentBypass(options.development, environment, (message) =>
    log({ level: 'warn', message }),
  );
}

/** Answers what was thrown while a request was served. */
type Refuse = (thrown: unknown, request: Request) => Response;

function createRouter(premises: Premises, clock: Clock, refuse: Refuse): Hono {
  const router = new Hono();
  const limit = createStreamLimit();
  router.notFound(({ req }) => {
    const detail = `There is no route ${req.path}.`;
    return refuse(new NumberkitError(httpErrors.noSuchRoute, { detail }), req.raw);
  });
  for (const route of routes) {
    // Not left to the router's own error handler, which lets pass what is thrown and is no Error.
    const serve = async (request: Request, pathInput: Record<string, string>) => {
      try {
        const answer = await serveRoute(route, request, pathInput, premises);
        return await toResponse('items' in answer ? limit(answer) : answer, request, clock);
      } catch (thrown) {
        return refuse(thrown, request);
      }
    };
    const path = premises.basePath + patternOf(route.path);
    router.on(route.method, path, ({ req }) => serve(req.raw, req.param()));
  }
  router.get(premises.basePath + paths.openapi, () => toJson(200, describeApi(routes, premises.basePath)));
  // After all routes, because of two methods of one path the second would be refused otherwise.
  const methods = Map.groupBy(
    [...routes, { method: 'GET', path: paths.openapi } as const],
    ({ path }) => path,
  );
  for (const [path, served] of methods) {
    refuseOtherMethods(router, premises.basePath + patternOf(path), served, refuse);
  }
  return router;
}

/** The path as the router writes it. */
function patternOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function refuseOtherMethods(
  router: Hono,
  path: string,
  served: readonly Pick<Route, 'method'>[],
  refuse: Refuse,
): void {
  const methods = served.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = [...methods, 'OPTIONS'].join(', ');
  router.options(path, () => {
    return new Response(null, { status: 204, headers: { allow, ...preflightHeaders(allow) } });
  });
  router.all(path, ({ req }) => {
    const detail = `The route takes ${allow}, not ${req.method}.`;
    const response = refuse(new NumberkitError(httpErrors.methodNotAllowed, { detail }), req.raw);
    response.headers.set('allow', allow);
    return response;
  });
}

async function toResponse(answer: Answer, request: Request, clock: Clock): Promise<Response> {
  if (!('items' in answer)) return toJson(answer.status, answer.body, answer.headers);
  const stream = await openEventStream(answer, request.signal, clock);
  // The router would drop the body of an answer to HEAD, and tell it nothing.
  const isHead = request.method === 'HEAD';
  if (isHead) await stream.cancel();
  return new Response(isHead ? null : stream, { status: answer.status, headers: EVENT_STREAM_HEADERS });
}

function toJson(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
