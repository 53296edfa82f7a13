import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHmacSha1 } from './hmac-sha1.ts';

const asNode = (key: string, text: string) => createHmac('sha1', key).update(text, 'utf8').digest('base64');

describe('createHmacSha1', () => {
  it('makes the values of RFC 2202', () => {
    const hex = (key: string, text: string) =>
      Buffer.from(createHmacSha1(key)(text), 'base64').toString('hex');
    expect(hex('\x0b'.repeat(20), 'Hi There')).toBe('b617318655057264e28bc0b6fb378c8ef146be00');
    expect(hex('Jefe', 'what do ya want for nothing?')).toBe('effcdf6ae5eb2fa2d27416d5f184df9c259a7c79');
  });

  it('makes what Node makes, for any key and text, again and again with one key', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(key, fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (secret, texts) => {
        const hmac = createHmacSha1(secret);
        for (const text of texts) expect(hmac(text)).toBe(asNode(secret, text));
      }),
    );
  });

  it('takes keys of a whole block, and longer ones', () => {
    for (const length of [63, 64, 65, 200]) {
      const key = 'k'.repeat(length);
      expect(createHmacSha1(key)('text')).toBe(asNode(key, 'text'));
    }
  });
});
