import { DEFAULT_BASE_PATH, paths } from '@numberkit/contract';
import { Hono } from 'hono';
import { consoleLog, type Log } from '../activity/index.ts';
import { systemClock } from '../clock.ts';
import { NumberkitError } from '../errors.ts';
import { createDevelopmentBypass } from '../guard/index.ts';
import { createIds } from '../ids.ts';
import { answerError, type ErrorSurroundings } from './answer-error.ts';
import { createCronCheck } from './cron-secret.ts';
import { httpErrors } from './errors.ts';
import { describeApi } from './openapi.ts';
import type { HttpHandler, HttpHandlerOptions } from './options.ts';
import { checkOrigins, corsHeaders, preflightHeaders } from './origins.ts';
import type { Answer } from './route.ts';
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
  const router = createRouter(premises, (thrown, { method, url }) =>
    answerError(thrown, { method, path: new URL(url).pathname }, around),
  );
  return async (request) => {
    const response = await router.fetch(request);
    for (const [name, value] of Object.entries(corsHeaders(request, premises.allowedOrigins))) {
      response.headers.set(name, value);
    }
    response.headers.set('cache-control', 'no-store');
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

function createRouter(premises: Premises, refuse: Refuse): Hono {
  const router = new Hono();
  router.notFound(({ req }) => {
    const detail = `There is no route ${req.path}.`;
    return refuse(new NumberkitError(httpErrors.noSuchRoute, { detail }), req.raw);
  });
  for (const route of routes) {
    // Not left to the router's own error handler, which lets pass what is thrown and is no Error.
    const serve = async (request: Request, pathInput: Record<string, string>) => {
      try {
        return toResponse(await serveRoute(route, request, pathInput, premises));
      } catch (thrown) {
        return refuse(thrown, request);
      }
    };
    const path = premises.basePath + route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router.on(route.method, path, ({ req }) => serve(req.raw, req.param()));
    refuseOtherMethods(router, path, route.method, refuse);
  }
  const openapi = premises.basePath + paths.openapi;
  router.get(openapi, () => toResponse({ status: 200, body: describeApi(routes, premises.basePath) }));
  refuseOtherMethods(router, openapi, 'GET', refuse);
  return router;
}

function refuseOtherMethods(router: Hono, path: string, method: 'GET' | 'POST', refuse: Refuse): void {
  const allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
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

function toResponse({ status, body, headers }: Answer): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
