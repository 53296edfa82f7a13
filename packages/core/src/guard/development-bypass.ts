import { NumberkitError } from '../errors.ts';
import { type Access, checkAccess } from './access.ts';
import { accessErrors } from './access-errors.ts';

/** Signs requests without a session in, on a developer's machine. */
export interface DevelopmentBypass {
  /** The tenant to act for, or a function that says which; `null` lets nobody in. */
  readonly tenantId: string | ((request: Request) => string | null | Promise<string | null>);
  /**
   * Further host names the bypass answers on. Names of the machine itself (`localhost`, `127.0.0.1`, `[::1]`,
   * `*.localhost`) always are; others are not, because a tunnel for the voice webhook makes this server public,
   * and whoever finds it could spend money.
   */
  readonly hosts?: readonly string[];
}

/**
 * Makes the bypass, which answers as `authorize` does.
 * @param environment the value of NODE_ENV
 * @param warn told once, at the first request that the bypass lets in
 * @throws NumberkitError `development-bypass-in-production`
 */
export function createDevelopmentBypass(
  bypass: DevelopmentBypass,
  environment: string | undefined,
  warn: (message: string) => void,
): (request: Request) => Promise<Access | null> {
  if (environment === 'production') {
    throw new NumberkitError(accessErrors.developmentBypassInProduction, {
      detail: 'A development bypass was configured while the environment is `production`.',
    });
  }
  let warned = false;
  return async (request) => {
    if (!hostnamesOf(request).every((name) => isOwnMachine(name, bypass.hosts ?? []))) return null;
    const { tenantId: chosen } = bypass;
    const tenantId = typeof chosen === 'function' ? await chosen(request) : chosen;
    if (tenantId === null) return null;
    if (!warned) {
      warned = true;
      warn(
        `Development bypass: requests without a session act as tenant ${tenantId}. It does not run in production.`,
      );
    }
    return checkAccess({ tenantId, role: 'tenant', actorId: 'development-bypass' });
  };
}

// The headers, not the URL alone: behind a tunnel the URL may name this machine, and a header names the tunnel.
function hostnamesOf(request: Request): readonly string[] {
  const host = request.headers.get('host');
  const forwarded = request.headers.get('x-forwarded-host')?.split(',') ?? [];
  return [host ?? new URL(request.url).host, ...forwarded].map((name) => {
    const url = `http://${name.trim()}`;
    return URL.canParse(url) ? new URL(url).hostname : '';
  });
}

function isOwnMachine(hostname: string, further: readonly string[]): boolean {
  if (['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(hostname)) return true;
  return hostname.endsWith('.localhost') || further.includes(hostname);
}
