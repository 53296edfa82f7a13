import { NumberkitError } from '../errors.ts';
import {
  type Access,
  type Authorize,
  accessErrors,
  checkAccess,
  SESSION_TOKEN_PREFIX,
  type Sessions,
} from '../guard/index.ts';

/** Who may answer for a request, in this order: a session token, the host, the development bypass. */
export interface Doorkeepers {
  readonly sessions: Pick<Sessions, 'verify'> | undefined;
  readonly authorize: Authorize | undefined;
  readonly bypass: ((request: Request) => Promise<Access | null>) | undefined;
}

/** Who is asking, and whether the browser could have proved it without the page's doing, as with a cookie. */
export interface Authenticated {
  readonly access: Access;
  readonly ambient: boolean;
}

/**
 * Finds out who is asking. A token of ours decides alone: a bad one is refused, however good the cookie beside it.
 * @throws NumberkitError `unauthenticated`, `session-malformed`, `session-rejected`, `session-expired`,
 * `invalid-access`
 */
export async function authenticate(request: Request, keepers: Doorkeepers): Promise<Authenticated> {
  const token = sessionToken(request.headers.get('authorization'));
  if (token !== undefined && keepers.sessions) {
    return { access: keepers.sessions.verify(token), ambient: false };
  }
  const answer = await keepers.authorize?.(request);
  if (answer) return { access: checkAccess(answer), ambient: true };
  const bypassed = await keepers.bypass?.(request);
  if (bypassed) return { access: bypassed, ambient: true };
  throw new NumberkitError(accessErrors.unauthenticated, {
    detail: keepers.bypass
      ? 'The request has no session, and the development bypass answers on this machine’s own host names only.'
      : 'The request has no session.',
  });
}

// Other bearer tokens are the host's own business.
function sessionToken(header: string | null): string | undefined {
  const token = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  return token?.startsWith(SESSION_TOKEN_PREFIX) ? token : undefined;
}
