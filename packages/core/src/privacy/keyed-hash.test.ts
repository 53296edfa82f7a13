import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyedHash } from './keyed-hash.ts';

const asNode = (key: Uint8Array, text: string) =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64url');

test('makes the values of RFC 4231', () => {
  const hex = (key: Buffer, text: string) =>
    Buffer.from(createKeyedHash(key)(text), 'base64url').toString('hex');
  expect(hex(Buffer.alloc(20, 0x0b), 'Hi There')).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
  expect(hex(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('makes what Node makes, for any key and texts of any length, again and again with one key', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 150, maxLength: 1000 }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(text, { maxLength: 5 }), (key, texts) => {
      const keyed = createKeyedHash(key);
      for (const one of texts) expect(keyed(one)).toBe(asNode(key, one));
    }),
  );
});

test('refuses a key longer than a block, which the method would have to hash first', () => {
  expect(() => createKeyedHash(new Uint8Array(65))).toThrow(RangeError);
});
