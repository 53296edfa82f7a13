import { createHmac, hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 20;
const ASCII = /^[\0-\x7f]*$/;

/** Makes the HMAC-SHA1 of a text (UTF-8) under a fixed key, in base64. */
export type HmacSha1 = (text: string) => string;

/**
 * HMAC as RFC 2104 defines it, by two one-shot hashes: half the time of an `Hmac` object, which is a stream that is made
 * and thrown away for every call. The key's inner pad goes before the text as text, so it must be ASCII, which Twilio's
 * tokens are; any other key takes the usual way.
 * https://www.rfc-editor.org/rfc/rfc2104
 */
export function createHmacSha1(key: string): HmacSha1 {
  if (!ASCII.test(key) || key.length > BLOCK_BYTES) {
    return (text) => createHmac('sha1', key).update(text, 'utf8').digest('base64');
  }
  const padded = Buffer.alloc(BLOCK_BYTES);
  padded.write(key, 'latin1');
  const inner = Buffer.from(padded.map((byte) => byte ^ 0x36)).toString('latin1');
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);
  outer.set(padded.map((byte) => byte ^ 0x5c));
  return (text) => {
    outer.write(hash('sha1', inner + text, 'binary'), BLOCK_BYTES, 'latin1');
    return hash('sha1', outer, 'base64');
  };
}
