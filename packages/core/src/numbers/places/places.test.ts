import { beforeAll, describe, expect, it } from 'vitest';
import {
  loadPlaces,
  milesBetween,
  type Places,
  readPlaceText,
  readPostalCode,
  readRegion,
  recommendAreaCodes,
  resolvePlace,
} from './index.ts';

let places: Places;
beforeAll(async () => {
  places = await loadPlaces();
});

describe('the built-in geography', () => {
  it('covers the area codes of the US and Canada, each with a city that it serves', () => {
    expect(places.areaCodes.size).toBeGreaterThan(400);
    for (const { areaCode, largest } of places.areaCodes.values()) {
      expect(largest.areaCodes, areaCode).toContain(areaCode);
    }
  });

  it('has every city inside North America, with area codes that are in service', () => {
    expect(places.cities.length).toBeGreaterThan(3000);
    for (const city of places.cities) {
      expect(city.latitude, city.name).toBeGreaterThan(18);
      expect(city.latitude, city.name).toBeLessThan(83);
      expect(city.longitude, city.name).toBeLessThan(-50);
      expect(city.longitude, city.name).toBeGreaterThan(-180);
      expect(city.areaCodes.length, city.name).toBeGreaterThan(0);
      expect(places.areaCodes.has(city.areaCodes[0] ?? ''), city.name).toBe(true);
    }
  });

  it('holds a city for the first and the last postal code there is', () => {
    expect(places.cityOfPostalCode('01001')?.region).toBe('MA');
    expect(places.cityOfPostalCode('99950')?.region).toBe('AK');
    expect(places.cityOfPostalCode('A1A')?.name).toBe("St. John's");
    expect(places.cityOfPostalCode('00000')).toBeUndefined();
    expect(places.cityOfPostalCode('D1A')).toBeUndefined();
  });
});

describe('resolvePlace', () => {
  it.each([
    ['Oakland, CA', 'Oakland, CA', '510,341'],
    ['oakland california', 'Oakland, CA', '510,341'],
    ['94607', 'Oakland, CA', '510,341'],
    ['94607-1234', 'Oakland, CA', '510,341'],
    ['Somewhere, TX 94607, USA', 'Oakland, CA', '510,341'],
    ['510', 'Oakland, CA', '510,341'],
    ['341', 'Oakland, CA', '341,510'],
    ['90210', 'Beverly Hills, CA', '310,424'],
    ['11201', 'Brooklyn, NY', '718,347,917,929'],
    ['Toronto', 'Toronto, ON', '416,437,647,942'],
    ['M5V 2T6', 'Toronto, ON', '416,437,647,942'],
    ['H2X 1Y4', 'Montreal, QC', '514,263,438'],
    ['h2x1y4', 'Montreal, QC', '514,263,438'],
    ['Montréal', 'Montreal, QC', '514,263,438'],
    ['St Louis MO', 'St. Louis, MO', '314,557'],
    ['Saint Louis, Missouri', 'St. Louis, MO', '314,557'],
    ['Washington, D.C.', 'Washington, DC', '202,771'],
    ['washington', 'Washington, DC', '202,771'],
    ['New York', 'New York, NY', '212,646,332,917'],
    ['NYC', 'New York, NY', '212,646,332,917'],
    ['portland me', 'Portland, ME', '207'],
    ['san fran', 'San Francisco, CA', '415,628'],
    ['Houston', 'Houston, TX', '713,281,346,832,621'],
  ])('understands %j', (text, label, areaCodes) => {
    const place = resolvePlace(places, text);
    expect([place?.label, place?.areaCodes.join(',')]).toEqual([label, areaCodes]);
  });

  it('takes the larger of two cities, unless region or country decide', () => {
    expect(resolvePlace(places, 'Vancouver')?.region).toBe('BC');
    expect(resolvePlace(places, 'Vancouver, WA')?.region).toBe('WA');
    expect(resolvePlace(places, { locality: 'Vancouver', country: 'US' })?.region).toBe('WA');
    expect(resolvePlace(places, { locality: 'Toronto', country: 'US' })?.region).toBe('ON');
  });

  it('knows a whole state by its largest city', () => {
    expect(resolvePlace(places, 'Nevada')).toMatchObject({
      label: 'Nevada',
      locality: 'Las Vegas',
      country: 'US',
    });
    expect(resolvePlace(places, 'NV')?.areaCodes).toEqual(expect.arrayContaining(['702', '725', '775']));
  });

  it('keeps a point and names the town beside it', () => {
    expect(resolvePlace(places, { latitude: 37.81, longitude: -122.26 })).toMatchObject({
      label: 'Oakland, CA',
      latitude: 37.81,
      longitude: -122.26,
    });
  });

  it.each(['', 'zzzz', '555', '000', '99999999', 'Oakland, ZZ', 'K0', '!!!'])('does not know %j', (text) => {
    expect(resolvePlace(places, text)).toBeUndefined();
  });
});

describe('reading', () => {
  it('reads what a person types into fields', () => {
    expect(readPlaceText('  Oakland ,  CA ')).toEqual({ locality: 'Oakland', region: 'CA' });
    expect(readPlaceText('(510)')).toEqual({ areaCode: '510' });
    expect(readPlaceText('Ontario, Canada')).toEqual({ region: 'ON' });
    expect(readPlaceText('Salt Lake City Utah')).toEqual({ locality: 'Salt Lake City', region: 'UT' });
    expect(readPlaceText('Charlotte North Carolina')).toEqual({ locality: 'Charlotte', region: 'NC' });
  });

  it('reads regions and postal codes in the ways people write them', () => {
    expect(readRegion('d.c.')).toBe('DC');
    expect(readRegion(' british columbia ')).toBe('BC');
    expect(readRegion('Bavaria')).toBeUndefined();
    expect(readPostalCode('m5v 2t6')).toBe('M5V');
    expect(readPostalCode('94607-1234')).toBe('94607');
    expect(readPostalCode('SW1A 1AA')).toBeUndefined();
  });
});

describe('milesBetween', () => {
  it('measures over ground, both ways alike', () => {
    const oakland = { latitude: 37.8, longitude: -122.27 };
    const newYork = { latitude: 40.71, longitude: -74.01 };
    expect(milesBetween(oakland, newYork)).toBeCloseTo(2560, -1);
    expect(milesBetween(newYork, oakland)).toBeCloseTo(milesBetween(oakland, newYork));
    expect(milesBetween(oakland, oakland)).toBe(0);
  });
});

describe('recommendAreaCodes', () => {
  const of = (text: string, limit = 6) => {
    const place = resolvePlace(places, text);
    return place ? recommendAreaCodes(places, place, { limit }) : [];
  };

  it('offers the place’s own codes first, laid-over ones included, then the neighbours', () => {
    expect(of('Oakland, CA').map(({ areaCode }) => areaCode)).toEqual([
      '510',
      '341',
      '415',
      '628',
      '925',
      '650',
    ]);
    expect(of('Oakland, CA').map(({ local }) => local)).toEqual([true, true, false, false, false, false]);
  });

  it('names the largest city of each and how far it is', () => {
    expect(of('94607')[2]).toEqual({
      areaCode: '415',
      locality: 'San Francisco',
      region: 'CA',
      local: false,
      distanceMiles: 10,
    });
  });

  it('stays in the country', () => {
    expect(of('Windsor, ON', 20).every(({ region }) => region === 'ON' || region === 'QC')).toBe(true);
    expect(of('Detroit, MI', 20).some(({ region }) => region === 'ON')).toBe(false);
  });

  it('offers neighbours nearest first and no code twice', () => {
    const list = of('Denver', 20);
    const far = list.filter(({ local }) => !local).map(({ distanceMiles }) => distanceMiles ?? 0);
    expect(far).toEqual(far.toSorted((a, b) => a - b));
    expect(new Set(list.map(({ areaCode }) => areaCode)).size).toBe(list.length);
  });

  it('measures from the business when that is elsewhere', () => {
    const oakland = resolvePlace(places, 'Oakland, CA');
    const reno = resolvePlace(places, 'Reno, NV');
    if (!oakland || !reno) throw new Error('places are missing');
    const [first] = recommendAreaCodes(places, reno, { business: oakland });
    expect(first).toMatchObject({ areaCode: '775', local: false });
    expect(first?.distanceMiles).toBeGreaterThan(150);
  });
});
