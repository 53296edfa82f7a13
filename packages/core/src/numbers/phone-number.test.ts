import { describe, expect, it } from 'vitest';
import { areaCodeOf, describePhoneNumber, displayPhoneNumber } from './phone-number.ts';

describe('describePhoneNumber', () => {
  it('tells country, type and area code of a local number', async () => {
    expect(await describePhoneNumber('+14155550142')).toEqual({
      phoneNumber: '+14155550142',
      country: 'US',
      type: 'local',
      areaCode: '415',
    });
  });

  it('tells Canada from the United States though both are +1', async () => {
    expect(await describePhoneNumber('+14165550142')).toMatchObject({ country: 'CA', areaCode: '416' });
  });

  it('knows toll-free numbers, which have no area code', async () => {
    expect(await describePhoneNumber('+18335550142')).toMatchObject({ type: 'toll-free', areaCode: null });
  });

  it.each(['4155550142', '+1415555', '(415) 555-0142', '+10005550142', ''])('refuses %j', async (text) => {
    expect(await describePhoneNumber(text)).toBeUndefined();
  });
});

describe('displayPhoneNumber', () => {
  it('writes North American numbers the North American way', async () => {
    expect(await displayPhoneNumber('+14155550142')).toBe('(415) 555-0142');
  });

  it('writes other numbers in international form', async () => {
    expect(await displayPhoneNumber('+442079460958')).toBe('+44 20 7946 0958');
  });

  it('leaves alone what is not a number', async () => {
    expect(await displayPhoneNumber('hello')).toBe('hello');
  });
});

describe('areaCodeOf', () => {
  it('reads the digits after +1', () => {
    expect(areaCodeOf('+14155550142')).toBe('415');
    expect(areaCodeOf('+442079460958')).toBeNull();
  });
});
