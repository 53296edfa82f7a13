import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Longer texts get a buffer of their own. */
const KEPT_TEXT_BYTES = 512;

/** Makes the HMAC-SHA-256 of a text (UTF-8) under a fixed key, in base64url. */
export type KeyedHash = (text: string) => string;

/**
 * HMAC as RFC 2104 defines it, by two one-shot hashes: half the time of an `Hmac` object, which is a stream that is made
 * and thrown away for every call's look-up.
 * https://www.rfc-editor.org/rfc/rfc2104
 *
 * @param key 64 bytes at most
 */
export function createKeyedHash(key: Uint8Array): KeyedHash {
  if (key.length > BLOCK_BYTES) throw new RangeError('A keyed hash takes a key of 64 bytes at most.');
  const padded = new Uint8Array(BLOCK_BYTES);
  padded.set(key);
  const inner = padded.map((byte) => byte ^ 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);
  outer.set(padded.map((byte) => byte ^ 0x5c));
  const kept = Buffer.alloc(BLOCK_BYTES + KEPT_TEXT_BYTES);
  kept.set(inner);
  return (text) => {
    // A character of UTF-16 takes three bytes of UTF-8 at most.
    const fits = text.length * 3 <= KEPT_TEXT_BYTES;
    const length = fits ? kept.write(text, BLOCK_BYTES, 'utf8') : 0;
    const message = fits ? kept.subarray(0, BLOCK_BYTES + length) : Buffer.concat([inner, Buffer.from(text)]);
    outer.write(hash('sha256', message, 'binary'), BLOCK_BYTES, 'latin1');
    return hash('sha256', outer, 'base64url');
  };
}
