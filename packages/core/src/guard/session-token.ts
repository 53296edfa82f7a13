import { createHmac, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';

/** How every session token starts. The digit is the version of the format. */
export const SESSION_TOKEN_PREFIX = 'nks_';
const VERSION = '1';

/** What a token can be found to be. */
export type TokenReading =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'genuine'; readonly payload: unknown };

/**
 * The signing key for session tokens that belongs to a key of the ring. Derived with HKDF under a name of its own,
 * so that no other use of the ring's key can ever produce or reveal a session signature.
 */
export function deriveSessionKey(key: KeyObject | Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), 'numberkit session token 1', 32));
}

/** `nks_1.<payload>.<signature>`, both base64url. */
export function signToken(payload: unknown, key: Uint8Array): string {
  const head = `${SESSION_TOKEN_PREFIX}${VERSION}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${head}.${signatureOf(head, key).toString('base64url')}`;
}

/** Reads a token; it is genuine when any of the keys signed exactly these bytes. */
export function readToken(token: string, keys: readonly Uint8Array[]): TokenReading {
  const [version, payload, signature, ...rest] = token.split('.');
  if (version !== SESSION_TOKEN_PREFIX + VERSION || !payload || !signature || rest.length > 0) {
    return { kind: 'malformed' };
  }
  if (!isCanonicalBase64url(payload) || !isCanonicalBase64url(signature)) return { kind: 'malformed' };
  const given = Buffer.from(signature, 'base64url');
  const head = `${version}.${payload}`;
  // Every key is tried, also after a match, so that the time taken does not tell which key signed.
  const matches = keys.filter((key) => sameBytes(given, signatureOf(head, key)));
  if (matches.length === 0) return { kind: 'rejected' };
  return { kind: 'genuine', payload: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) };
}

function signatureOf(head: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).digest();
}

function sameBytes(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

// Node decodes base64url leniently (stray characters, leftover bits); one token must have one spelling only.
function isCanonicalBase64url(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}
