import { describe, expect, it } from 'vitest';
import { readAvailableNumber } from './available-number.ts';

const asked = { country: 'US', type: 'local' } as const;
// The example of Twilio's OpenAPI document.
const item = {
  address_requirements: 'none',
  beta: false,
  capabilities: { mms: true, sms: false, voice: true },
  friendly_name: '(808) 925-1571',
  iso_country: 'US',
  lata: '834',
  latitude: '19.720000',
  locality: 'Hilo',
  longitude: '-155.090000',
  phone_number: '+18089251571',
  postal_code: '96720',
  rate_center: 'HILO',
  region: 'HI',
};

describe('readAvailableNumber', () => {
  it('reads Twilio’s own example', () => {
    expect(readAvailableNumber(item, asked)).toEqual({
      phoneNumber: '+18089251571',
      country: 'US',
      type: 'local',
      locality: 'Hilo',
      region: 'HI',
      postalCode: '96720',
      latitude: 19.72,
      longitude: -155.09,
      addressRequirement: 'none',
      beta: false,
      capabilities: { voice: true, sms: false, mms: true },
    });
  });

  it('accepts coordinates as numbers and capabilities in capitals', () => {
    const number = readAvailableNumber(
      { ...item, latitude: 1.5, longitude: null, capabilities: { Voice: true, SMS: true, MMS: false } },
      asked,
    );
    expect(number).toMatchObject({ latitude: 1.5, longitude: null });
    expect(number?.capabilities).toEqual({ voice: true, sms: true, mms: false });
  });

  it('takes an address requirement that nobody knows for a requirement', () => {
    expect(readAvailableNumber({ ...item, address_requirements: 'blood' }, asked)?.addressRequirement).toBe(
      'any',
    );
  });

  it.each([null, 'x', {}, { phone_number: '' }, { phone_number: '808' }])('skips %j', (broken) => {
    expect(readAvailableNumber(broken, asked)).toBeUndefined();
  });
});
