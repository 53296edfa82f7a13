import { beforeAll, describe, expect, it } from 'vitest';
import { loadPlaces, type Places, resolvePlace } from '../places/index.ts';
import type { Wanted } from './check-search.ts';
import { readPattern } from './pattern.ts';
import { planSearch, type SearchTarget } from './plan-search.ts';

let places: Places;
beforeAll(async () => {
  places = await loadPlaces();
});

function plan(wanted: Wanted | undefined, more: Partial<SearchTarget> = {}) {
  const place = wanted && resolvePlace(places, wanted);
  return planSearch({
    type: 'local',
    country: place?.country ?? 'US',
    wanted,
    place,
    pattern: undefined,
    includeRestricted: false,
    ...more,
  });
}

function patternOf(text: string) {
  const pattern = readPattern(text);
  if (!('contains' in pattern)) throw new Error(pattern.reason);
  return pattern;
}

/** Where each query looks. */
function scopes(queries: ReturnType<typeof planSearch>): readonly string[] {
  return queries.map(
    ({ areaCode, locality, region, postalCode, distanceMiles }) =>
      areaCode ??
      postalCode ??
      (locality && `${locality}, ${region}`) ??
      region ??
      `${distanceMiles ?? 'all'}`,
  );
}

describe('planSearch', () => {
  it('asks for the town, then its area codes, then growing circles', () => {
    expect(scopes(plan({ locality: 'Oakland', region: 'CA' }))).toEqual([
      'Oakland, CA',
      '510',
      '341',
      '25',
      '60',
      '120',
    ]);
  });

  it('asks for exactly the postal code first', () => {
    expect(scopes(plan({ postalCode: '94607' })).slice(0, 3)).toEqual(['94607', 'Oakland, CA', '510']);
  });

  it('asks for exactly the area code first, then for those laid over it', () => {
    expect(scopes(plan({ areaCode: '341' })).slice(0, 3)).toEqual(['341', '510', '25']);
  });

  it('measures from a known number itself', () => {
    const [first] = plan({ areaCode: '510', phoneNumber: '+15105550142' });
    expect(first).toMatchObject({ near: { phoneNumber: '+15105550142' }, distanceMiles: 25 });
  });

  it('widens a pattern to the region and the whole country', () => {
    expect(scopes(plan({ locality: 'Oakland', region: 'CA' }, { pattern: patternOf('COOL') }))).toEqual([
      'Oakland, CA',
      '510',
      '341',
      '120',
      'CA',
      'all',
    ]);
  });

  it('looks only for the town when nobody knows where it is', () => {
    expect(scopes(plan({ locality: 'Nowhere', region: 'CA' }))).toEqual(['Nowhere, CA']);
  });

  it('asks for toll-free numbers by prefix or at all', () => {
    expect(scopes(plan({ areaCode: '833' }, { type: 'toll-free' }))).toEqual(['833', 'all']);
    expect(scopes(plan(undefined, { type: 'toll-free' }))).toEqual(['all']);
  });

  it('leaves restricted numbers to the carrier unless they are wanted', () => {
    const [first] = plan({ areaCode: '510' });
    expect(first).toMatchObject({ excludeAddressRequired: true, voiceOnly: true });
    const [second] = plan({ areaCode: '510' }, { includeRestricted: true });
    expect(second).not.toHaveProperty('excludeAddressRequired');
  });

  it('never asks the same twice, nor more than eight times', () => {
    for (const text of ['New York', 'Houston', 'CA', '94607', '416', 'Ontario, Canada']) {
      const place = resolvePlace(places, text);
      for (const pattern of [undefined, patternOf('777')]) {
        const queries = plan(place && { locality: place.locality, region: place.region }, { pattern });
        expect(queries.length).toBeLessThanOrEqual(8);
        expect(new Set(queries.map((query) => JSON.stringify(query))).size).toBe(queries.length);
      }
    }
  });
});
