import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds, fixedClock } from '../testing/index.ts';
import { createSessions } from './sessions.ts';

const key = () => new Uint8Array(randomBytes(32));
const withKeys = (...keys: Uint8Array[]) => {
  const clock = fixedClock();
  return { clock, sessions: createSessions({ keys, clock, ids: countingIds() }) };
};
const code = (expected: string) => expect.objectContaining({ code: expected, status: 401 });

describe('a session', () => {
  it('lets in whom it was made for', () => {
    const { sessions, clock } = withKeys(key());
    const made = { tenantId: 'acme', role: 'operator', entitlements: ['port-in'], actorId: 'jo' } as const;
    const { token, expiresAt } = sessions.create(made);
    expect(token).toMatch(/^nks_1\.[\w-]+\.[\w-]{43}$/);
    expect(expiresAt).toEqual(new Date(clock.now().getTime() + 900_000));
    expect(sessions.verify(token)).toEqual({ ...made, id: 'ses_00000000000000000000000001', expiresAt });
  });

  it('is for a tenant, unless it says otherwise', () => {
    const { sessions } = withKeys(key());
    expect(sessions.verify(sessions.create({ tenantId: 'acme' }).token)).toMatchObject({
      tenantId: 'acme',
      role: 'tenant',
    });
  });

  it('carries any tenant id and any entitlements unchanged', () => {
    const { sessions } = withKeys(key());
    const tenantId = fc.stringMatching(/^[\x21-\x7e]{1,128}$/);
    fc.assert(
      fc.property(tenantId, fc.array(fc.string()), (id, entitlements) => {
        const { token } = sessions.create({ tenantId: id, entitlements });
        expect(sessions.verify(token)).toMatchObject({ tenantId: id, entitlements });
      }),
    );
  });

  it('ends on the second', () => {
    const { sessions, clock } = withKeys(key());
    const { token } = sessions.create({ tenantId: 'acme', ttlSeconds: 10 });
    clock.advance(9_999);
    expect(sessions.verify(token).tenantId).toBe('acme');
    clock.advance(1);
    expect(() => sessions.verify(token)).toThrow(code('session-expired'));
  });

  it('does not survive any change of any character', () => {
    const { sessions } = withKeys(key());
    const { token } = sessions.create({ tenantId: 'acme' });
    const place = fc.nat(token.length - 1);
    const character = fc.constantFrom(...'ABCXYZabcxyz019-_.=+/ ');
    fc.assert(
      fc.property(place, character, (index, other) => {
        fc.pre(token[index] !== other);
        const changed = token.slice(0, index) + other + token.slice(index + 1);
        expect(() => sessions.verify(changed)).toThrow(expect.objectContaining({ status: 401 }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('cannot be given another payload under an old signature', () => {
    const { sessions } = withKeys(key());
    const [head, , signature] = sessions.create({ tenantId: 'acme' }).token.split('.');
    const [, payload] = sessions.create({ tenantId: 'other' }).token.split('.');
    expect(() => sessions.verify(`${head}.${payload}.${signature}`)).toThrow(code('session-rejected'));
  });

  it('is refused with a code, never with a crash, whatever the text is', () => {
    const { sessions } = withKeys(key());
    const texts = fc.oneof(
      fc.string(),
      fc.string().map((text) => `nks_1.${text}`),
      fc.base64String(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => sessions.verify(text)).toThrow(
          expect.objectContaining({ name: 'NumberkitError', status: 401 }),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['', 'nks_', 'nks_1', 'nks_1..', 'nks_2.e30.AAAA', 'nks_1.e30.AAAA.AAAA', 'nks_1.e30.A!'])(
    'is not what %j is',
    (text) => {
      expect(() => withKeys(key()).sessions.verify(text)).toThrow(code('session-malformed'));
    },
  );
});

describe('keys', () => {
  it('are signed with newest first and accepted until they are taken out', () => {
    const [older, newer] = [key(), key()];
    const { token } = withKeys(older).sessions.create({ tenantId: 'acme' });
    expect(withKeys(newer, older).sessions.verify(token).tenantId).toBe('acme');
    expect(() => withKeys(newer).sessions.verify(token)).toThrow(code('session-rejected'));
    const { token: later } = withKeys(newer, older).sessions.create({ tenantId: 'acme' });
    expect(withKeys(newer).sessions.verify(later).tenantId).toBe('acme');
  });

  it('may be key objects, as a key ring holds them', () => {
    const bytes = key();
    const sessions = createSessions({
      keys: [createSecretKey(bytes)],
      clock: fixedClock(),
      ids: countingIds(),
    });
    expect(withKeys(bytes).sessions.verify(sessions.create({ tenantId: 'acme' }).token).tenantId).toBe(
      'acme',
    );
  });

  it('must be there, and long enough', () => {
    for (const keys of [[], [new Uint8Array(31)], [key(), new Uint8Array(0)]]) {
      expect(() => withKeys(...keys)).toThrow(expect.objectContaining({ code: 'session-keys' }));
    }
  });
});

describe('creating a session', () => {
  it.each([
    ['role', { role: 'root' }],
    ['entitlements', { entitlements: 'port-in' }],
    ['actorId', { actorId: 7 }],
    ['ttlSeconds', { ttlSeconds: 0 }],
    ['ttlSeconds', { ttlSeconds: 1.5 }],
    ['ttlSeconds', { ttlSeconds: 86_401 }],
    ['ttlSeconds', { ttlSeconds: Number.NaN }],
  ])('refuses a wrong %s and names it', (field, wrong) => {
    // A host without types may pass anything.
    const session = { tenantId: 'acme', ...wrong } as never;
    expect(() => withKeys(key()).sessions.create(session)).toThrow(
      expect.objectContaining({ code: 'invalid-session', fields: [expect.objectContaining({ field })] }),
    );
  });

  it('refuses a tenant id that is none', () => {
    expect(() => withKeys(key()).sessions.create({ tenantId: '' })).toThrow(
      expect.objectContaining({ code: 'invalid-tenant-id' }),
    );
  });
});
