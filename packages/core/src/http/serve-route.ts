import { IDEMPOTENCY_KEY_HEADER, type SetupPath } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import { type Access, accessErrors } from '../guard/index.ts';
import type { NumberkitApi } from './api.ts';
import { authenticate, type Doorkeepers } from './authenticate.ts';
import { httpErrors } from './errors.ts';
import { refuseCrossSite } from './origins.ts';
import { readJson } from './read-json.ts';
import type { Answer, Route } from './route.ts';

/** What every route of one handler shares. */
export interface Premises {
  readonly api: NumberkitApi;
  readonly doorkeepers: Doorkeepers;
  readonly enabledPaths: readonly SetupPath[];
  readonly allowedOrigins: ReadonlySet<string>;
  /** Does the request come from the host's cron? */
  readonly isCron: (request: Request) => boolean;
  readonly basePath: string;
  readonly maxBodyBytes: number;
}

/**
 * One request through one route: who is asking, may they, what do they want; then the use case.
 * @param pathInput the parameters of the route's path
 * @throws NumberkitError for every refusal
 */
export async function serveRoute(
  route: Route,
  request: Request,
  pathInput: Readonly<Record<string, string>>,
  premises: Premises,
): Promise<Answer> {
  if (route.auth === 'none') return route.serve(await readInput(route, request, pathInput, premises));
  const cron = route.allowsCron === true && premises.isCron(request);
  const access = cron ? CRON : await letIn(request, premises);
  if (route.operatorsOnly && access.role !== 'operator') {
    throw new NumberkitError(accessErrors.notPermitted, { detail: 'This route is for operators.' });
  }
  const { api, enabledPaths, basePath } = premises;
  if (route.setupPath && !enabledPaths.includes(route.setupPath)) {
    throw new NumberkitError(httpErrors.pathNotEnabled, {
      detail: `The path "${route.setupPath}" is closed.`,
    });
  }
  const rawInput = await readInput(route, request, pathInput, premises);
  const idempotencyKey = route.needsIdempotencyKey ? readIdempotencyKey(request) : '';
  return route.serve(rawInput, { api, access, enabledPaths, idempotencyKey, basePath });
}

/** For no tenant in particular; no route that the cron may use acts for one. */
const CRON: Access = { tenantId: 'cron', role: 'operator', actorId: 'cron' };

async function letIn(request: Request, { doorkeepers, allowedOrigins }: Premises): Promise<Access> {
  const { access, ambient } = await authenticate(request, doorkeepers);
  // Reads change nothing, and a page of another site cannot see the answer.
  if (ambient && request.method !== 'GET' && request.method !== 'HEAD') {
    refuseCrossSite(request, allowedOrigins);
  }
  return access;
}

async function readInput(
  route: Route,
  request: Request,
  pathInput: Readonly<Record<string, string>>,
  { maxBodyBytes }: Premises,
): Promise<unknown> {
  switch (route.from) {
    case 'body':
      return readJson(request, maxBodyBytes);
    case 'query':
      return readQuery(new URL(request.url).searchParams);
    case 'path':
      return pathInput;
    case 'nowhere':
      return {};
  }
}

// A parameter that is given twice becomes a list, which no schema of ours takes: refused rather than guessed.
function readQuery(parameters: URLSearchParams): Readonly<Record<string, unknown>> {
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first, ...rest] = parameters.getAll(name);
      return [name, rest.length === 0 ? first : [first, ...rest]];
    }),
  );
}

function readIdempotencyKey(request: Request): string {
  const key = request.headers.get(IDEMPOTENCY_KEY_HEADER)?.trim() ?? '';
  if (/^[\x21-\x7e]{1,128}$/.test(key)) return key;
  const remedy =
    'Send a value of your own, 1 to 128 visible characters without spaces, such as ' +
    '`Idempotency-Key: 5f0c6b1e-first-number`; a new one for each purchase, the same one to send it again.';
  const reason = key === '' ? 'missing' : 'not 1 to 128 visible ASCII characters without spaces';
  throw new NumberkitError(httpErrors.idempotencyKeyRequired, {
    detail: `The header ${IDEMPOTENCY_KEY_HEADER} is ${reason}.`,
    fields: [{ field: IDEMPOTENCY_KEY_HEADER, reason, remedy }],
  });
}
