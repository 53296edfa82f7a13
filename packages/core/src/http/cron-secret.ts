import { createHash, timingSafeEqual } from 'node:crypto';
import { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';

const FEWEST_CHARACTERS = 16;

/**
 * Tells the requests of the host's cron by their bearer token.
 * @throws NumberkitError `invalid-cron-secret` when the secret could be guessed
 */
export function createCronCheck(secret: string | undefined): (request: Request) => boolean {
  if (secret === undefined) return () => false;
  if (!/^[\x21-\x7e]+$/.test(secret) || secret.length < FEWEST_CHARACTERS) {
    throw new NumberkitError(httpErrors.invalidCronSecret, {
      detail: `The option cronSecret is not ${FEWEST_CHARACTERS} or more visible ASCII characters.`,
    });
  }
  const expected = digest(secret);
  return (request) => {
    const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    return token !== undefined && timingSafeEqual(digest(token), expected);
  };
}

/** Equal lengths, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
