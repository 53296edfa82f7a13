import { createHash } from 'node:crypto';
import type { SignatureHash } from '../signature/index.ts';
import { createHmacSha1, type HmacSha1 } from './hmac-sha1.ts';

const MAX_KEPT_KEYS = 32;

/** Hashes with OpenSSL, without waiting for another thread as WebCrypto does. */
export function createNodeHash(): SignatureHash {
  const keyed = new Map<string, HmacSha1>();
  const keyedBy = (token: string): HmacSha1 => {
    let hmac = keyed.get(token);
    if (hmac === undefined) {
      if (keyed.size >= MAX_KEPT_KEYS) {
        keyed.clear();
      }
      hmac = createHmacSha1(token);
      keyed.set(token, hmac);
    }
    return hmac;
  };
  return {
    hmacSha1: (token, text) => keyedBy(token)(text),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    decode: (bytes) => asBuffer(bytes).toString('utf8'),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
