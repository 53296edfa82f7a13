import { describe, expect, it } from 'vitest';
import { milesBetween } from './distance.ts';
import { allPlaces, areaCodes, placeOfNumber, placesOf } from './geography.ts';
import { createInventory } from './inventory.ts';
import { stockPlace } from './stock.ts';

const everywhere = () => true;
const MEMORABLE = /(\d)\1\1\1$|00$|1234$|2665$/;

describe('the geography', () => {
  it('has the area codes people know in their places', () => {
    const known = {
      '415': 'San Francisco',
      '212': 'New York',
      '312': 'Chicago',
      '416': 'Toronto',
      '808': 'Honolulu',
    };
    for (const [areaCode, city] of Object.entries(known)) expect(placesOf(areaCode)[0]?.locality).toBe(city);
    expect(placesOf('202')[0]).toMatchObject({ locality: 'Washington', region: 'DC', lata: '236' });
    expect(areaCodes().length).toBeGreaterThan(400);
  });

  it('keeps every area code in one state, save in Canada', () => {
    for (const areaCode of areaCodes()) {
      const places = placesOf(areaCode);
      const regions = new Set(places.map(({ region }) => region));
      expect(places.length, areaCode).toBeGreaterThan(0);
      if (places[0]?.isoCountry === 'US') expect(regions.size, areaCode).toBe(1);
    }
  });

  it('puts every place in North America, with postal codes of its country', () => {
    for (const place of allPlaces()) {
      expect(place.latitude, place.locality).toBeGreaterThan(18);
      expect(place.latitude, place.locality).toBeLessThan(84);
      expect(place.longitude, place.locality).toBeLessThan(-50);
      const form = place.isoCountry === 'US' ? /^\d{5}$/ : /^[A-Z]\d[A-Z]$/;
      expect(place.postalCodes.length).toBeGreaterThan(0);
      expect(
        place.postalCodes.every((code) => form.test(code)),
        place.postalCodes.join(),
      ).toBe(true);
    }
  });

  it('gives each exchange of an area code to one place', () => {
    for (const areaCode of areaCodes()) {
      const exchanges = placesOf(areaCode).flatMap((place) => place.exchanges);
      expect(new Set(exchanges).size, areaCode).toBe(exchanges.length);
      expect(
        exchanges.every((exchange) => /^[2-9](?!11)\d\d$/.test(exchange) && exchange !== '555'),
        areaCode,
      ).toBe(true);
    }
  });

  it('measures distances in miles', () => {
    const [newYork, losAngeles] = [placesOf('212')[0], placesOf('213')[0]];
    if (newYork === undefined || losAngeles === undefined) throw new Error('both are in the data');
    expect(milesBetween(newYork, losAngeles)).toBeGreaterThan(2400);
    expect(milesBetween(newYork, losAngeles)).toBeLessThan(2500);
  });
});

describe('the inventory', () => {
  it('has at least 50,000 numbers, each only once, all of NANP form', () => {
    const inventory = createInventory(1);
    const numbers = allPlaces().flatMap((place) =>
      stockPlace(place, 1).map(({ phoneNumber }) => phoneNumber),
    );
    expect(inventory.size()).toBeGreaterThan(50_000);
    expect(numbers.length).toBeGreaterThan(50_000);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^\+1[2-9]\d\d[2-9](?!11)\d{6}$/.test(number))).toBe(true);
  });

  it('gives every postal code of a place a number of its own', () => {
    const [sanFrancisco] = placesOf('415');
    if (sanFrancisco === undefined) throw new Error('it is in the data');
    const codes = new Set(stockPlace(sanFrancisco, 1).map(({ postalCode }) => postalCode));
    expect(sanFrancisco.postalCodes.every((code) => codes.has(code))).toBe(true);
  });

  it('holds some numbers that need an address or a bundle, are new, or are memorable', () => {
    const all = ['213', '312', '415', '713'].flatMap((areaCode) =>
      placesOf(areaCode).flatMap((place) => stockPlace(place, 1)),
    );
    const share = (count: number) => count / all.length;
    expect(
      share(all.filter(({ addressRequirements }) => addressRequirements !== 'none').length),
    ).toBeLessThan(0.1);
    expect(all.some(({ needsBundle }) => needsBundle)).toBe(true);
    expect(all.some(({ beta }) => beta)).toBe(true);
    expect(share(all.filter(({ phoneNumber }) => MEMORABLE.test(phoneNumber)).length)).toBeGreaterThan(0.02);
  });

  it('finds each number again that it lists', () => {
    const inventory = createInventory(3);
    for (const type of ['local', 'toll free'] as const) {
      const found = inventory.search({ type, isoCountry: 'US' }, everywhere, 30);
      for (const number of found) expect(inventory.find(number.phoneNumber)).toEqual(number);
    }
    expect(inventory.find('+14155550100')).toBeUndefined();
    expect(inventory.find('+18005550100')).toBeUndefined();
  });

  it('can hold only what it is given, completed with its place', () => {
    const inventory = createInventory(1, {
      generated: false,
      extra: [{ phoneNumber: '+14152212345', beta: true }],
    });
    const found = inventory.search({ type: 'local', isoCountry: 'US' }, everywhere, 30);
    expect(found).toMatchObject([{ phoneNumber: '+14152212345', locality: 'San Francisco', beta: true }]);
    expect(inventory.size()).toBe(1);
  });

  it('answers a warm search in a few milliseconds', () => {
    const inventory = createInventory(1);
    const search = () =>
      inventory.search({ type: 'local', isoCountry: 'US', areaCode: '415' }, everywhere, 30);
    search();
    const started = performance.now();
    for (let turn = 0; turn < 20; turn += 1) search();
    expect((performance.now() - started) / 20).toBeLessThan(10);
  });

  it('knows where a number is from its exchange, else from its area code', () => {
    expect(placeOfNumber('+14152210000')?.locality).toBe('San Francisco');
    expect(placeOfNumber('+14155550000')?.locality).toBe('San Francisco');
    expect(placeOfNumber('+442071234567')).toBeUndefined();
  });
});
