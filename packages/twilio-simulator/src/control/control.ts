import { ControlProblem, type ControlRoute } from './control-route.ts';

export const CONTROL_PREFIX = '/_simulator';

export interface Control {
  handle(method: string, url: URL, body: string): Promise<Response>;
}

function readBody(body: string): Record<string, unknown> {
  if (body.trim() === '') return {};
  const value: unknown = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ControlProblem('The body must be a JSON object');
  }
  // An object that came out of JSON.parse has text keys and unknown values.
  return value as Record<string, unknown>;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlProblem('The body is not JSON');
  }
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const actual = pathname.split('/');
  if (wanted.length !== actual.length) return undefined;
  const path: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':')) path[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return path;
}

/** The control API: JSON in, JSON out, no authentication. It is for tests and the web phone, not for the internet. */
export function createControl(routes: readonly ControlRoute[]): Control {
  const answer = async (method: string, url: URL, body: string): Promise<Response> => {
    const pathname = url.pathname.slice(CONTROL_PREFIX.length);
    for (const route of routes) {
      const path = route.method === method ? matchPath(route.path, pathname) : undefined;
      if (path === undefined) continue;
      const result = await route.handle({ path, query: url.searchParams, body: readBody(body) });
      if (result instanceof Response) return result;
      return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
    }
    const known = routes.map((route) => `${route.method} ${CONTROL_PREFIX}${route.path}`);
    return Response.json(
      { message: `Unknown control request ${method} ${url.pathname}`, known },
      { status: 404 },
    );
  };
  return {
    handle: (method, url, body) =>
      answer(method, url, body).catch((error: unknown) => {
        if (!(error instanceof ControlProblem || error instanceof RangeError)) throw error;
        const status = error instanceof ControlProblem ? error.status : 400;
        return Response.json({ message: error.message }, { status });
      }),
  };
}
