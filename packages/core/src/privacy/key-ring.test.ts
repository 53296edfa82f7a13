import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isNumberkitError } from '../errors.ts';
import { parseKeyRing } from './key-ring.ts';

const base64 = (fill: number, bytes = 32) => Buffer.alloc(bytes, fill).toString('base64');
const one = base64(1);
const two = base64(2);

function problemsOf(text: string) {
  try {
    parseKeyRing(text);
  } catch (error) {
    if (isNumberkitError(error, 'keys-invalid')) return error;
    throw error;
  }
  throw new Error('The ring was accepted.');
}

describe('parseKeyRing', () => {
  test('reads keys newest first and takes the oldest for the index', () => {
    const ring = parseKeyRing(`k2:${two},k1:${one}`);
    expect(ring.keys.map((key) => key.id)).toEqual(['k2', 'k1']);
    expect(ring.index.export().toString('base64')).toBe(one);
  });

  test('takes the entry named index for the index, wherever it stands', () => {
    const ring = parseKeyRing(`index:${one}, k2:${two}`);
    expect(ring.keys.map((key) => key.id)).toEqual(['k2']);
    expect(ring.index.export().toString('base64')).toBe(one);
  });

  test('reads base64url, missing padding, blanks and empty entries', () => {
    const bytes = Buffer.alloc(32, 0xfb);
    const ring = parseKeyRing(` k1:${bytes.toString('base64url')} ,\n`);
    expect(ring.keys[0]?.secret.export().equals(bytes)).toBe(true);
  });

  test('calls an empty ring missing', () => {
    for (const text of ['', ' , ']) {
      expect(() => parseKeyRing(text)).toThrow(expect.objectContaining({ code: 'keys-missing' }));
    }
  });

  test.each([
    ['no id', one, 'NUMBERKIT_KEYS[1]', /no key id/],
    ['an unusable id', `K 1:${one}`, 'NUMBERKIT_KEYS[1]', /unusable key id/],
    ['a repeated id', `k1:${one},k1:${two}`, 'NUMBERKIT_KEYS[2]', /repeats/],
    ['no base64', 'k1:%%%', 'NUMBERKIT_KEYS[1]', /not base64/],
    ['a short key', `k1:${base64(1, 16)}`, 'NUMBERKIT_KEYS[1]', /16 bytes, not 32/],
    ['only an index', `index:${one}`, 'NUMBERKIT_KEYS', /no encryption key/],
  ])('names field, reason and remedy of a ring with %s', (_, text, field, reason) => {
    const [problem] = problemsOf(text).fields;
    expect(problem?.field).toBe(field);
    expect(problem?.reason).toMatch(reason);
    expect(problem?.remedy).not.toBe('');
  });

  test('tells about every broken entry at once, and shows no key', () => {
    const secret = base64(7, 31);
    const error = problemsOf(`k1:${secret},k2:${one},bad`);
    expect(error.fields.map((problem) => problem.field)).toEqual(['NUMBERKIT_KEYS[1]', 'NUMBERKIT_KEYS[3]']);
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain(secret.slice(0, 20));
  });

  test('a printed ring shows no key', () => {
    const ring = parseKeyRing(`k1:${one}`);
    expect(inspect(ring, { depth: 9, showHidden: true })).not.toContain(one.slice(0, 10));
    expect(JSON.stringify(ring)).not.toContain(one.slice(0, 10));
  });
});
