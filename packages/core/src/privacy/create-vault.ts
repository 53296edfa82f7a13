import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { NumberkitError } from '../errors.ts';
import { privacyErrors } from './errors.ts';
import type { KeyRing } from './key-ring.ts';
import { createKeyedHash } from './keyed-hash.ts';
import type { Vault } from './vault.ts';

/** First part of every sealed value; a later format gets another. */
const VERSION = 'nk1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of a sealed value's last part. No other sealed value has the same. */
export const SEALED_TAG_CHARACTERS = Math.ceil((TAG_BYTES * 8) / 6);
const TAG_LENGTH = { authTagLength: TAG_BYTES };

/**
 * A vault over a key ring. A sealed value is text: `nk1.<key id>.<nonce>.<ciphertext>.<tag>`, the last three in
 * base64url. It is sealed with AES-256-GCM under a fresh random 96-bit nonce; version, key id and context are
 * authenticated with it. No raw key of the ring is used as it is: the sealing keys and the index key are derived
 * from it by HKDF-SHA-256, each for its one purpose.
 *
 * Random nonces keep their promise up to 2^32 values per key; put a new key in front of the ring before that.
 *
 * @param random returns that many random bytes; the default is the system's secure source.
 * @example
 * const vault = createVault(parseKeyRing(process.env.NUMBERKIT_KEYS ?? ''));
 * const sealed = vault.seal('secret', 'notes.text:1');
 */
export function createVault(ring: KeyRing, random: (size: number) => Uint8Array = randomBytes): Vault {
  const keys = new Map(ring.keys.map((key) => [key.id, derive(key.secret, 'numberkit/seal/v1')]));
  const blindIndex = createKeyedHash(derive(ring.index, 'numberkit/blind-index/v1').export());
  const [newest] = keys;
  if (newest === undefined) {
    throw new NumberkitError(privacyErrors.keysMissing, { detail: 'The key ring is empty.' });
  }
  const [newestId, newestKey] = newest;
  return {
    seal(plain, context) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, newestKey, nonce, TAG_LENGTH);
      cipher.setAAD(associatedData(newestId, context));
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [nonce, ciphertext, cipher.getAuthTag()];
      return [VERSION, newestId, ...parts.map((part) => Buffer.from(part).toString('base64url'))].join('.');
    },
    open(sealed, context) {
      // Every call opens its agent, so the parts are cut out of the text rather than split into a list.
      const keyAt = sealed.indexOf('.') + 1;
      const nonceAt = sealed.indexOf('.', keyAt) + 1;
      const ciphertextAt = sealed.indexOf('.', nonceAt) + 1;
      const tagAt = sealed.indexOf('.', ciphertextAt) + 1;
      const whole = Math.min(keyAt, nonceAt, ciphertextAt, tagAt) > 0 && sealed.indexOf('.', tagAt) === -1;
      if (!(whole && sealed.startsWith(`${VERSION}.`))) {
        throw unreadable(context, 'it is not in a format this version knows');
      }
      const keyId = sealed.slice(keyAt, nonceAt - 1);
      const key = keys.get(keyId);
      if (key === undefined) throw unreadable(context, `the key ring has no key "${keyId}"`);
      try {
        const nonce = decode(sealed.slice(nonceAt, ciphertextAt - 1));
        const decipher = createDecipheriv(CIPHER, key, nonce, TAG_LENGTH);
        decipher.setAAD(associatedData(keyId, context));
        decipher.setAuthTag(decode(sealed.slice(tagAt)));
        const plain = decipher.update(sealed.slice(ciphertextAt, tagAt - 1), 'base64url');
        // Only checks the tag: GCM holds no bytes back. Asking for text instead of bytes takes a third longer.
        decipher.final();
        return plain.toString('utf8');
      } catch (cause) {
        throw unreadable(context, 'it was changed, moved, or sealed with another key', cause);
      }
    },
    blindIndex,
  };
}

/** A KeyObject, because with plain bytes Node takes several times as long for each value. */
function derive(secret: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

function associatedData(keyId: string, context: string): Uint8Array {
  return Buffer.from(`${VERSION}.${keyId}.${context}`, 'utf8');
}

function decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64url');
}

function unreadable(context: string, why: string, cause?: unknown): NumberkitError {
  return new NumberkitError(privacyErrors.unreadableSecret, {
    detail: `The sealed value ${context} cannot be opened: ${why}.`,
    cause,
  });
}
