import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault } from './create-vault.ts';
import { parseKeyRing } from './key-ring.ts';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const vaultOf = (...keys: string[]) => createVault(parseKeyRing(keys.join(',')));
const unreadable = expect.objectContaining({ code: 'unreadable-secret' });

describe('a vault', () => {
  const vault = vaultOf(key('k1', 1));

  test('opens whatever it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, context) => {
        expect(vault.open(vault.seal(plain, context), context)).toBe(plain);
      }),
    );
  });

  test('seals equal values differently each time, in printable text that names version and key', () => {
    const sealed = new Set(Array.from({ length: 100 }, () => vault.seal('+14155550142', 'numbers.e164:1')));
    expect(sealed.size).toBe(100);
    for (const text of sealed) expect(text).toMatch(/^nk1\.k1\.[\w-]{16}\.[\w-]{16}\.[\w-]{22}$/);
  });

  test('does not open a value in another row or column', () => {
    const sealed = vault.seal('secret', 'numbers.e164:1');
    expect(() => vault.open(sealed, 'numbers.e164:2')).toThrow(unreadable);
    expect(() => vault.open(sealed, 'tenants.name:1')).toThrow(unreadable);
  });

  test('does not open a value of which any character was changed', () => {
    const sealed = vault.seal('secret', 'c');
    for (let place = 0; place < sealed.length; place += 1) {
      const other = sealed[place] === 'A' ? 'Q' : 'A';
      const changed = sealed.slice(0, place) + other + sealed.slice(place + 1);
      // The last character of a base64 text may carry bits that mean nothing.
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue;
      expect(() => vault.open(changed, 'c'), `character ${place}`).toThrow(unreadable);
    }
  });

  test.each(['', 'plain', 'nk1.k1.a.b', 'nk1.k1.a.b.c', 'nk1.k1.a.b.c.d', 'nk9.k1.a.b.c'])(
    'calls %j unreadable',
    (text) => {
      expect(() => vault.open(text, 'c')).toThrow(unreadable);
    },
  );

  test('says in its errors where the value lies, never what it is', () => {
    const sealed = vaultOf(key('k9', 9)).seal('+14155550142', 'numbers.e164:num_1');
    expect(() => vault.open(sealed, 'numbers.e164:num_1')).toThrow(/numbers\.e164:num_1 .*no key "k9"/);
  });

  test('refuses a shortened tag', () => {
    const parts = vault.seal('secret', 'c').split('.');
    const tag = Buffer.from(parts[4] ?? '', 'base64url').subarray(0, 4);
    const shortened = [...parts.slice(0, 4), tag.toString('base64url')].join('.');
    expect(() => vault.open(shortened, 'c')).toThrow(unreadable);
  });
});

describe('key rotation', () => {
  const before = vaultOf(key('k1', 1));
  const after = vaultOf(key('k2', 2), key('k1', 1));
  const retired = vaultOf(key('k2', 2), key('index', 1));

  test('seals with the new key and still opens what the old one sealed', () => {
    expect(after.seal('x', 'c')).toMatch(/^nk1\.k2\./);
    expect(after.open(before.seal('x', 'c'), 'c')).toBe('x');
  });

  test('leaves the blind index as it was, also after the old key was retired', () => {
    expect(after.blindIndex('+14155550142')).toBe(before.blindIndex('+14155550142'));
    expect(retired.blindIndex('+14155550142')).toBe(before.blindIndex('+14155550142'));
  });

  test('a retired key opens nothing more', () => {
    expect(() => retired.open(before.seal('x', 'c'), 'c')).toThrow(unreadable);
  });
});

describe('the blind index', () => {
  test('is equal for equal values only, and differs between keys', () => {
    const [vault, other] = [vaultOf(key('k1', 1)), vaultOf(key('k1', 2))];
    expect(vault.blindIndex('a')).toBe(vault.blindIndex('a'));
    expect(vault.blindIndex('a')).not.toBe(vault.blindIndex('b'));
    expect(vault.blindIndex('a')).not.toBe(other.blindIndex('a'));
  });
});
