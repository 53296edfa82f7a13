import { createSecretKey, type KeyObject } from 'node:crypto';
import type { FieldProblem } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import { privacyErrors } from './errors.ts';

/** One 32-byte key. The bytes are held in a `KeyObject`, so that printing a ring shows no secret. */
export interface RingKey {
  /** Written beside each sealed value; 1 to 16 of `a-z 0-9 - _`. */
  readonly id: string;
  readonly secret: KeyObject;
}

/**
 * The keys of one installation. To rotate, put a new key in front: new values are sealed with it, old ones are
 * opened with the key they name. The blind index must never change, or look-ups would miss every older row;
 * that is why it hangs on `index`, which stays the same while keys come and go.
 */
export interface KeyRing {
  /** Newest first; at least one. */
  readonly keys: readonly RingKey[];
  /** Where the blind-index key is derived from: the entry named `index`, else the oldest key. */
  readonly index: KeyObject;
}

/** The entry that names the blind-index secret instead of an encryption key. */
const INDEX_ENTRY = 'index';
const KEY_BYTES = 32;

/**
 * Reads a key ring such as `k2:BASE64,k1:BASE64`, newest key first; each key is 32 bytes in base64 or base64url.
 * An entry `index:BASE64` fixes the secret of the blind index. Without it the oldest key (the last) serves, so
 * before you remove the oldest key, add its bytes as `index:`.
 *
 * @param text usually the value of the environment variable.
 * @param field how messages call the setting, `NUMBERKIT_KEYS` unless told.
 * @throws NumberkitError `keys-missing` when the text is empty, `keys-invalid` with one field problem per
 * unreadable entry. No message contains key material.
 * @example
 * const keys = parseKeyRing('k1:nWNVcP1Yt2Z0nVQzq0JH2m0q0v3V2n8dY0o7n6cX1mE=');
 */
export function parseKeyRing(text: string, field = 'NUMBERKIT_KEYS'): KeyRing {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) {
    throw new NumberkitError(privacyErrors.keysMissing, { detail: `${field} is empty.` });
  }
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const parsed: RingKey[] = [];
  for (const [place, entry] of entries.entries()) {
    const outcome = parseEntry(entry, seen);
    if ('reason' in outcome) problems.push({ field: `${field}[${place + 1}]`, ...outcome });
    else parsed.push(outcome);
  }
  const keys = parsed.filter((key) => key.id !== INDEX_ENTRY);
  const oldest = keys.at(-1);
  if (problems.length === 0 && oldest === undefined) {
    problems.push({
      field,
      reason: 'names the index secret but no encryption key',
      remedy: 'Add a key in front, such as "k1:BASE64,index:BASE64".',
    });
  }
  if (problems.length > 0 || oldest === undefined) throw invalidKeys(problems);
  const index = parsed.find((key) => key.id === INDEX_ENTRY);
  return { keys, index: (index ?? oldest).secret };
}

function parseEntry(entry: string, seen: Set<string>): RingKey | Omit<FieldProblem, 'field'> {
  const colon = entry.indexOf(':');
  if (colon < 0) {
    return { reason: 'has no key id', remedy: 'Write each key as "id:BASE64", such as "k1:BASE64".' };
  }
  const id = entry.slice(0, colon).trim();
  if (!/^[a-z0-9_-]{1,16}$/.test(id)) {
    return {
      reason: 'has an unusable key id',
      remedy: 'Use 1 to 16 of a-z, 0-9, "-" and "_", such as "k1".',
    };
  }
  if (seen.has(id)) {
    return { reason: `repeats the key id "${id}"`, remedy: 'Give each key an id of its own.' };
  }
  seen.add(id);
  const encoded = entry.slice(colon + 1).trim();
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(encoded)) {
    return { reason: `key "${id}" is not base64`, remedy: 'Take the output of: openssl rand -base64 32' };
  }
  // Buffer reads both alphabets of base64 under this name.
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== KEY_BYTES) {
    return {
      reason: `key "${id}" has ${bytes.length} bytes, not ${KEY_BYTES}`,
      remedy: 'Take the output of: openssl rand -base64 32',
    };
  }
  return { id, secret: createSecretKey(bytes) };
}

function invalidKeys(problems: readonly FieldProblem[]): NumberkitError {
  const list = problems.map((problem) => `${problem.field} ${problem.reason}. ${problem.remedy}`).join(' ');
  return new NumberkitError(privacyErrors.keysInvalid, { detail: list, fields: problems });
}
