import { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';

const ALLOWED_HEADERS = 'authorization, content-type, idempotency-key';
const PREFLIGHT_SECONDS = '600';

/**
 * The origins whose pages may use the API, beside its own.
 * @throws NumberkitError `invalid-allowed-origin`
 */
export function checkOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    throw new NumberkitError(httpErrors.invalidAllowedOrigin, {
      detail: `${JSON.stringify(origin)} is not an origin.`,
    });
  }
  return new Set(origins);
}

function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The headers that let a page of an allowed origin read the answer. */
export function corsHeaders(
  request: Request,
  allowed: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  if (allowed.size === 0) return {};
  const origin = request.headers.get('origin');
  if (origin === null || !allowed.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'location, retry-after',
  };
}

/** What a preflight asks for, beside {@link corsHeaders}. */
export function preflightHeaders(allow: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': allow,
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-max-age': PREFLIGHT_SECONDS,
  };
}

/**
 * Refuses a request that changes something, was signed in by what a browser sends of itself (a cookie), and came
 * from a page of another origin that the host did not allow. Programs send neither header and pass.
 * @throws NumberkitError `cross-site-request`
 */
export function refuseCrossSite(request: Request, allowed: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowed.has(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  const foreign =
    site === null
      ? origin !== null && !isOwnOrigin(origin, request)
      : !['same-origin', 'none'].includes(site);
  if (!foreign) return;
  throw new NumberkitError(httpErrors.crossSiteRequest, {
    detail: 'The page that sent the request has another origin, and it was signed in by a cookie.',
  });
}

// Hosts are compared, not schemes: behind a proxy that ends TLS the URL says http.
function isOwnOrigin(origin: string, request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
