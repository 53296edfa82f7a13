import { describe, expect, it } from 'vitest';
import { readBuyAnswer } from './buy-number.ts';

const resource = {
  sid: `PN${'1'.repeat(32)}`,
  phone_number: '+14155550142',
  friendly_name: 'op_1',
  voice_url: '',
};

function answer(status: number, body: unknown) {
  return readBuyAnswer({ status, body, requestId: null, retryAfter: null }, '+14155550142');
}

describe('readBuyAnswer', () => {
  it('is bought when Twilio answers with exactly this number', () => {
    expect(answer(201, resource)).toEqual({
      outcome: 'bought',
      number: {
        sid: resource.sid,
        phoneNumber: '+14155550142',
        tag: 'op_1',
        voiceUrl: null,
        voiceMethod: null,
        voiceFallbackUrl: null,
        voiceFallbackMethod: null,
        statusCallback: null,
        statusCallbackMethod: null,
        trunkSid: null,
        applicationSid: null,
        type: null,
        createdAt: null,
        emergencyAddress: 'none',
      },
    });
  });

  it.each([
    ['no body', undefined],
    ['an empty object', {}],
    ['a list', [resource]],
    ['another number', { ...resource, phone_number: '+14155550143' }],
    ['a SID that is none', { ...resource, sid: 'x' }],
  ])('is unknown when a 201 carries %s', (_, body) => {
    expect(answer(201, body).outcome).toBe('unknown');
  });

  it('is refused when Twilio says so', () => {
    expect(answer(400, { code: 21422, message: '+14155550142 is not available' })).toMatchObject({
      outcome: 'refused',
      reason: 'unavailable',
      detail: expect.not.stringContaining('4155550142'),
    });
  });
});
