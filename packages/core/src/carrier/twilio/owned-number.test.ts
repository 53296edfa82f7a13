import { describe, expect, it } from 'vitest';
import { readOwnedNumber } from './owned-number.ts';

const resource = { sid: `PN${'1'.repeat(32)}`, phone_number: '+15105550142' };

describe('an owned number', () => {
  it.each([
    ['registered', 'registered'],
    ['pending-registration', 'registered'],
    ['unregistration-failure', 'registered'],
    ['pending-unregistration', 'clearing'],
    ['unregistered', 'none'],
    ['registration-failure', 'none'],
    ['something new', 'registered'],
  ])('with an emergency address that is %s is held as %s', (status, expected) => {
    const number = readOwnedNumber({ ...resource, emergency_address_status: status });
    expect(number?.emergencyAddress).toBe(expected);
  });

  it('without a status is held by its emergency address alone', () => {
    expect(readOwnedNumber(resource)?.emergencyAddress).toBe('none');
    expect(readOwnedNumber({ ...resource, emergency_address_sid: 'AD1' })?.emergencyAddress).toBe(
      'registered',
    );
  });

  it.each([
    ['local', 'local'],
    ['toll-free', 'toll-free'],
    ['tollfree', 'toll-free'],
    ['toll free', 'toll-free'],
    ['mobile', null],
    [undefined, null],
  ])('of type %s is %s', (type, expected) => {
    expect(readOwnedNumber({ ...resource, type })?.type).toBe(expected);
  });

  it('tells its date in RFC 2822, and methods in any case', () => {
    const number = readOwnedNumber({
      ...resource,
      date_created: 'Thu, 30 Jul 2015 23:19:04 +0000',
      voice_method: 'post',
      voice_fallback_method: 'PUT',
    });
    expect(number).toMatchObject({
      createdAt: new Date('2015-07-30T23:19:04Z'),
      voiceMethod: 'POST',
      voiceFallbackMethod: null,
    });
    expect(readOwnedNumber({ ...resource, date_created: 'yesterday' })?.createdAt).toBeNull();
  });
});
