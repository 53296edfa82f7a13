import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { SignatureHash } from '../signature/index.ts';

const MAX_KEPT_KEYS = 32;

/** Hashes with OpenSSL, without waiting for another thread as WebCrypto does. */
export function createNodeHash(): SignatureHash {
  const keys = new Map<string, KeyObject>();
  const keyOf = (token: string): KeyObject => {
    let key = keys.get(token);
    if (key === undefined) {
      if (keys.size >= MAX_KEPT_KEYS) {
        keys.clear();
      }
      key = createSecretKey(token, 'utf8');
      keys.set(token, key);
    }
    return key;
  };
  return {
    hmacSha1: (token, text) => createHmac('sha1', keyOf(token)).update(text, 'utf8').digest('base64'),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    decode: (bytes) => asBuffer(bytes).toString('utf8'),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
