import type { Access, Sessions } from 'numberkit';

/** The name of the sign-in cookie. A real app has its own sessions and reads them in `authorize`. */
export const SESSION_COOKIE = 'session';

/** Whom a `Cookie` header lets in. */
export function readSession(cookies: string, sessions: Pick<Sessions, 'verify'>): Access | null {
  const token = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(cookies)?.[1];
  if (!token) return null;
  try {
    return sessions.verify(token);
  } catch {
    return null;
  }
}
