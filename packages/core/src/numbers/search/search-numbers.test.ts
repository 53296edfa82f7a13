import { describe, expect, it } from 'vitest';
import type { AvailableNumber, CarrierSearch } from '../../carrier/index.ts';
import { createSearchNumbers, type PriceBook, recommendFor } from './index.ts';

const prices: PriceBook = {
  pricesIn: async () => ({ local: { amountMicros: 1_150_000, currency: 'USD' } }),
};

function forSale(phoneNumber: string, more: Partial<AvailableNumber> = {}): AvailableNumber {
  return {
    phoneNumber,
    country: 'US',
    type: 'local',
    locality: 'Oakland',
    region: 'CA',
    postalCode: null,
    latitude: 37.8,
    longitude: -122.27,
    addressRequirement: 'none',
    beta: false,
    capabilities: { voice: true, sms: true, mms: true },
    ...more,
  };
}

/** A search over a carrier that answers like this; `asked` collects its queries. */
function over(answer: (query: CarrierSearch) => readonly AvailableNumber[]) {
  const asked: CarrierSearch[] = [];
  const carrier = {
    searchNumbers: async (query: CarrierSearch) => {
      asked.push(query);
      return answer(query);
    },
  };
  const open = async () => ({ pooled: { list: async () => [] } });
  return { search: createSearchNumbers({ carrier, prices, open }), asked };
}

const oakland = { locality: 'Oakland', region: 'CA' };

describe('createSearchNumbers', () => {
  it('offers a number with display, place, price, distance and local mark', async () => {
    const { search } = over(() => [forSale('+15105550142')]);
    const { numbers } = await search({ query: 'Oakland, CA', limit: 1 });
    expect(numbers).toEqual([
      {
        ready: false,
        phoneNumber: '+15105550142',
        display: '(510) 555-0142',
        type: 'local',
        areaCode: '510',
        locality: 'Oakland',
        region: 'CA',
        local: true,
        distanceMiles: expect.any(Number),
        monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
        capabilities: { voice: true, sms: true, mms: true },
        match: null,
        memorability: expect.any(Number),
      },
    ]);
  });

  it('stops asking when there are enough', async () => {
    const { search, asked } = over(() => [forSale('+15105550142'), forSale('+15105550143')]);
    await search({ areaCode: '510', limit: 2 });
    expect(asked).toHaveLength(1);
  });

  it('merges several queries and shows no number twice', async () => {
    const { search, asked } = over(({ areaCode }) =>
      areaCode === '510'
        ? [forSale('+15105550142')]
        : [forSale('+15105550142'), forSale('+13415550142'), forSale('+13415550142')],
    );
    const { numbers } = await search({ areaCode: '510', limit: 5 });
    expect(numbers.map(({ phoneNumber }) => phoneNumber)).toEqual(['+15105550142', '+13415550142']);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('searches at the business when no place is named', async () => {
    const { search, asked } = over(() => [forSale('+15105550142')]);
    const { numbers, suggestions } = await search({ limit: 1 }, oakland);
    expect(asked[0]).toMatchObject({ locality: 'Oakland', region: 'CA' });
    expect(numbers[0]?.local).toBe(true);
    expect(suggestions[0]).toMatchObject({ areaCode: '510', local: true });
  });

  it('measures from the business, and ranks from the place searched', async () => {
    const near = forSale('+17755550142', {
      locality: 'Reno',
      region: 'NV',
      latitude: 39.5,
      longitude: -119.8,
    });
    const far = forSale('+17755550777', {
      locality: 'Truckee',
      region: 'CA',
      latitude: 39.3,
      longitude: -120.2,
    });
    const { search } = over(() => [far, near]);
    const { numbers } = await search({ query: 'Reno, NV' }, oakland);
    expect(numbers.map(({ locality }) => locality)).toEqual(['Reno', 'Truckee']);
    expect(numbers.every(({ local }) => !local)).toBe(true);
    expect(numbers[0]?.distanceMiles).toBeGreaterThan(numbers[1]?.distanceMiles ?? 0);
  });

  it('puts local numbers first, then the memorable ones among equals', async () => {
    const { search } = over(() => [
      forSale('+14155550142'),
      forSale('+15103749152'),
      forSale('+15105557777'),
    ]);
    const { numbers } = await search({ query: 'Oakland, CA', limit: 3 });
    expect(numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([
      '+15105557777',
      '+15103749152',
      '+14155550142',
    ]);
  });

  it('keeps to the area code that was asked for', async () => {
    const { search } = over(() => [forSale('+15105557777'), forSale('+13413749152')]);
    const { numbers } = await search({ areaCode: '341', limit: 2 }, oakland);
    expect(numbers[0]?.areaCode).toBe('341');
  });

  it('shows only numbers that really have the pattern, with the letters in place', async () => {
    const { search, asked } = over(() => [forSale('+15105550142'), forSale('+15105552665')]);
    const { numbers } = await search({ areaCode: '510', contains: 'cool', limit: 5 });
    expect(asked[0]?.contains).toBe('2665');
    expect(numbers.map(({ match }) => match?.spelled)).toEqual(['(510) 555-COOL']);
  });

  it('hides what cannot be bought at once, or shows it with the reason', async () => {
    const answer = () => [
      forSale('+15105557777', { addressRequirement: 'local' }),
      forSale('+15105558888', { capabilities: { voice: false, sms: true, mms: true } }),
      forSale('+15103749152'),
    ];
    const hidden = await over(answer).search({ areaCode: '510' });
    expect(hidden.numbers.map(({ phoneNumber }) => phoneNumber)).toEqual(['+15103749152']);
    expect(hidden.numbers[0]).not.toHaveProperty('restriction');
    const shown = await over(answer).search({ areaCode: '510', includeRestricted: true });
    expect(shown.numbers.map(({ restriction }) => restriction)).toEqual([
      'needs-local-address',
      'no-voice',
      undefined,
    ]);
  });

  it('looks for toll-free numbers when their prefix is named', async () => {
    const { search, asked } = over(() => [forSale('+18335550142', { type: 'toll-free', latitude: null })]);
    const { numbers, suggestions } = await search({ query: '833', limit: 1 }, oakland);
    expect(asked[0]).toMatchObject({ type: 'toll-free', areaCode: '833' });
    expect(numbers[0]).toMatchObject({
      areaCode: null,
      local: false,
      distanceMiles: null,
      monthlyPrice: null,
    });
    expect(suggestions).toEqual([]);
  });

  it('asks in Canada for a place in Canada', async () => {
    const { search, asked } = over(() => []);
    await search({ query: 'M5V 2T6', country: 'US' });
    expect(asked.every(({ country }) => country === 'CA')).toBe(true);
  });

  it('answers what it has when the carrier fails later', async () => {
    let calls = 0;
    const { search } = over(() => {
      calls += 1;
      if (calls > 1) throw new Error('down');
      return [forSale('+15105550142')];
    });
    expect((await search({ areaCode: '510', limit: 5 })).numbers).toHaveLength(1);
  });

  it('fails when the carrier fails at once', async () => {
    const { search } = over(() => {
      throw new Error('down');
    });
    await expect(search({ areaCode: '510' })).rejects.toThrow('down');
  });

  it.each([
    [{ query: 'Zzyzzxville' }, 'Zzyzzxville'],
    [{ areaCode: '555' }, '555'],
    [{ postalCode: '00000' }, '00000'],
    [{ query: 'Nowhereville, CA' }, 'Nowhereville, CA'],
  ])('does not know the place of %j', async (request, name) => {
    const { search } = over(() => []);
    await expect(search(request)).rejects.toMatchObject({ code: 'unknown-place', status: 404 });
    await expect(search(request)).rejects.toThrow(name);
  });

  it('trusts a carrier that knows a town which we do not', async () => {
    const { search } = over(() => [forSale('+15305550142', { locality: 'Nowhereville' })]);
    const { numbers } = await search({ query: 'Nowhereville, CA', limit: 1 });
    expect(numbers[0]).toMatchObject({ locality: 'Nowhereville', local: false, distanceMiles: null });
  });

  it.each([
    [{ areaCode: '51' }, ['areaCode']],
    [{ postalCode: 'SW1A 1AA' }, ['postalCode']],
    [{ region: 'ZZ', locality: 'Oakland' }, ['region']],
    [{ query: '  ' }, ['query']],
    [{ near: { latitude: 91, longitude: Number.NaN } }, ['near.latitude', 'near.longitude']],
    [{ near: { phoneNumber: '+18335550142' } }, ['near.phoneNumber']],
    [{ contains: 'é' }, ['contains']],
    [{ limit: 0 }, ['limit']],
    [{ limit: 51 }, ['limit']],
    [{ limit: 1.5 }, ['limit']],
    [{ query: 'Oakland', areaCode: '510' }, ['areaCode']],
    [{ areaCode: '833', type: 'local' as const }, ['areaCode']],
  ])('refuses %j and names the field', async (request, fields) => {
    const { search, asked } = over(() => []);
    const error: unknown = await search(request).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid-search', status: 400 });
    expect((error as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual(fields);
    for (const problem of (error as { fields: { reason: string; remedy: string }[] }).fields) {
      expect(problem.reason && problem.remedy).toBeTruthy();
    }
    expect(asked).toEqual([]);
  });
});

describe('recommendFor', () => {
  it('takes a business location or what a person types', async () => {
    const typed = await recommendFor('Oakland, CA', 3);
    expect(typed.map(({ areaCode }) => areaCode)).toEqual(['510', '341', '415']);
    expect(await recommendFor(oakland, 3)).toEqual(typed);
    expect((await recommendFor({ postalCode: 'SW1A 1AA', ...oakland }, 1))[0]?.areaCode).toBe('510');
  });

  it('says when it does not know the place', async () => {
    await expect(recommendFor('Zzyzzxville')).rejects.toMatchObject({ code: 'unknown-place' });
    await expect(recommendFor({})).rejects.toMatchObject({ code: 'unknown-place' });
  });
});
