import { describe, expect, it } from 'vitest';
import { buyNumber } from './sdk-calls.ts';
import { setUp } from './sdk-client.ts';

const bench = setUp();
const { client, simulator } = bench;
const us = client.availablePhoneNumbers('US');
const numbersOf = (found: { phoneNumber: string }[]) => found.map(({ phoneNumber }) => phoneNumber);

describe('a search for local numbers', () => {
  it('answers at most 30 numbers and no paging, whatever page size is asked for', async () => {
    const url = `https://api.twilio.com/2010-04-01/Accounts/${simulator.account.sid}/AvailablePhoneNumbers/US/Local.json?PageSize=1000`;
    const authorization = `Basic ${btoa(`${simulator.account.sid}:${simulator.account.authToken}`)}`;
    const response = await simulator.fetch(new Request(url, { headers: { authorization } }));
    // The simulator answers a search with a JSON object.
    const body = (await response.json()) as { available_phone_numbers: { latitude: unknown }[] };
    expect(Object.keys(body)).toEqual(['available_phone_numbers', 'uri']);
    expect(body.available_phone_numbers).toHaveLength(30);
    expect(body.available_phone_numbers[0]?.latitude).toMatch(/^-?\d+\.\d{6}$/);
  });

  it('repeats itself, and differs for another seed', async () => {
    const other = setUp({ seed: 2 }).client.availablePhoneNumbers('US');
    const first = numbersOf(await us.local.list({ areaCode: 312 }));
    expect(numbersOf(await us.local.list({ areaCode: 312 }))).toEqual(first);
    expect(numbersOf(await other.local.list({ areaCode: 312 }))).not.toEqual(first);
  });

  it('is empty for an area code that is not in use, and refuses one that cannot be', async () => {
    expect(await us.local.list({ areaCode: 999 })).toEqual([]);
    await expect(us.local.list({ areaCode: 12 })).rejects.toMatchObject({ status: 400, code: 21451 });
  });

  it('finds Canadian numbers only in Canada', async () => {
    const found = await client.availablePhoneNumbers('CA').local.list({ inLocality: 'Toronto' });
    expect(found.length).toBe(30);
    expect(found.every(({ isoCountry, region }) => isoCountry === 'CA' && region === 'ON')).toBe(true);
    expect(await us.local.list({ inLocality: 'Toronto', inRegion: 'ON' })).toEqual([]);
    await expect(client.availablePhoneNumbers('GB').local.list()).rejects.toMatchObject({ code: 20404 });
  });

  it('leaves out what is owned or sold elsewhere', async () => {
    const { phoneNumber } = await buyNumber(bench, 617);
    const [next] = numbersOf(await us.local.list({ areaCode: 617 }));
    simulator.numbers.sellElsewhere(next ?? '');
    const found = numbersOf(await us.local.list({ areaCode: 617 }));
    expect(found).not.toContain(phoneNumber);
    expect(found).not.toContain(next);
  });

  it('filters by what a number can do', async () => {
    const silent = await us.local.list({ inRegion: 'CA', voiceEnabled: false });
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.every(({ capabilities }) => capabilities.voice === false)).toBe(true);
    const voiceOnly = await us.local.list({ inRegion: 'CA', smsEnabled: false });
    expect(voiceOnly.every(({ capabilities }) => !capabilities.sms && !capabilities.mms)).toBe(true);
    expect(await us.local.list({ faxEnabled: true, areaCode: 415 })).toEqual([]);
  });

  it('filters by address requirement and by how new a number is', async () => {
    const seen = new Set<string>();
    let beta = 0;
    for (const areaCode of [213, 305, 312, 404, 415, 512, 602, 702, 713, 808, 917]) {
      const all = await us.local.list({ areaCode });
      for (const number of all) seen.add(number.addressRequirements);
      beta += all.filter((number) => number.beta).length;
      const free = await us.local.list({ areaCode, excludeAllAddressRequired: true, beta: false });
      expect(free.every((number) => number.addressRequirements === 'none' && !number.beta)).toBe(true);
      const notLocal = await us.local.list({ areaCode, excludeLocalAddressRequired: true });
      expect(notLocal.some((number) => number.addressRequirements === 'local')).toBe(false);
      const notForeign = await us.local.list({ areaCode, excludeForeignAddressRequired: true });
      expect(notForeign.some((number) => number.addressRequirements === 'foreign')).toBe(false);
    }
    expect(seen).toContain('any');
    expect(beta).toBeGreaterThan(0);
  });
});

describe('a search by place', () => {
  it('keeps to the distance, 25 miles unless said otherwise, nearest first', async () => {
    const near = await us.local.list({ nearLatLong: '37.775,-122.419' });
    expect(near[0]?.locality).toBe('San Francisco');
    const wide = await us.local.list({ nearLatLong: '37.775,-122.419', distance: 500, inLocality: 'Fresno' });
    expect(wide.length).toBeGreaterThan(0);
    expect(await us.local.list({ nearLatLong: '37.775,-122.419', inLocality: 'Fresno' })).toEqual([]);
    await expect(us.local.list({ nearLatLong: '37.775,-122.419', distance: 501 })).rejects.toMatchObject({
      status: 400,
    });
    await expect(us.local.list({ nearLatLong: 'here' })).rejects.toMatchObject({ status: 400 });
  });

  it('starts from a number when given one', async () => {
    const [start] = await us.local.list({ inLocality: 'Honolulu', limit: 1 });
    const found = await us.local.list({ nearNumber: start?.phoneNumber ?? '' });
    expect(found[0]?.locality).toBe('Honolulu');
    await expect(us.local.list({ nearNumber: '+442071234567' })).rejects.toMatchObject({ code: 21401 });
  });

  it('finds postal codes, regions, cities, LATAs and rate centers', async () => {
    const postal = await us.local.list({ inPostalCode: '94110' });
    expect(postal.length).toBeGreaterThan(0);
    expect(
      postal.every(({ postalCode, locality }) => postalCode === '94110' && locality === 'San Francisco'),
    ).toBe(true);
    const region = await us.local.list({ inRegion: 'HI' });
    expect(region.every((number) => number.region === 'HI')).toBe(true);
    const city = await us.local.list({ inLocality: 'chicago', inRegion: 'IL' });
    expect(city.every(({ locality, lata }) => locality === 'Chicago' && lata === '358')).toBe(true);
    const lata = await us.local.list({ inLata: '834' });
    expect(lata.every((number) => number.region === 'HI')).toBe(true);
    const center = await us.local.list({ inLata: '834', inRateCenter: 'HILO' });
    expect(center.length).toBeGreaterThan(0);
    expect(center.every(({ rateCenter }) => rateCenter === 'HILO')).toBe(true);
    await expect(us.local.list({ inRateCenter: 'HILO' })).rejects.toMatchObject({ status: 400 });
  });

  it('takes a phone number for a place: the same region, LATA or city as that number', async () => {
    const [hilo] = await us.local.list({ inLocality: 'Hilo', limit: 1 });
    const likeHilo = hilo?.phoneNumber ?? '';
    for (const options of [{ inRegion: likeHilo }, { inLata: likeHilo }, { inLocality: likeHilo }]) {
      const found = await us.local.list(options);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ region }) => region === 'HI')).toBe(true);
    }
  });
});

describe('a search by pattern', () => {
  it('finds digits anywhere, at the beginning and at the end', async () => {
    const anywhere = numbersOf(await us.local.list({ contains: '777' }));
    expect(anywhere.length).toBe(30);
    expect(anywhere.every((number) => number.includes('777'))).toBe(true);
    const beginning = numbersOf(await us.local.list({ contains: '+1212' }));
    expect(beginning.every((number) => number.startsWith('+1212'))).toBe(true);
    const end = numbersOf(await us.local.list({ contains: '1000$' }));
    expect(end.length).toBeGreaterThan(0);
    expect(end.every((number) => number.endsWith('1000'))).toBe(true);
  });

  it.each([212, 213, 312, 415, 305, 617, 713, 602])(
    'finds COOL and HELP in the big city of %s',
    async (areaCode) => {
      for (const [word, digits] of [
        ['cool$', '2665'],
        ['HELP$', '4357'],
      ] as const) {
        const found = numbersOf(await us.local.list({ areaCode, contains: word }));
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((number) => number.endsWith(digits))).toBe(true);
      }
    },
  );

  it('finds words on the toll-free shelf', async () => {
    const found = await us.tollFree.list({ contains: 'FLOWERS$' });
    expect(found.every(({ phoneNumber }) => phoneNumber.endsWith('3569377'))).toBe(true);
  });

  it.each(['1', '41$5', '4*5', '**', '41**', '41%*', '+%415', '4-15', '12345678901234567', '5+1', '$41'])(
    'refuses the pattern %s',
    async (contains) => {
      await expect(us.local.list({ contains })).rejects.toMatchObject({ status: 400, code: 20422 });
    },
  );
});
