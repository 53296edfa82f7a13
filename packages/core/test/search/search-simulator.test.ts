import { createTwilioSimulator } from '@numberkit/twilio-simulator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { systemClock } from '../../src/clock.ts';
import { loadPlaces } from '../../src/numbers/places/index.ts';
import { createPriceBook, createSearchNumbers } from '../../src/numbers/search/index.ts';

const simulator = createTwilioSimulator();
let queries = 0;
const carrier = twilio({
  accountSid: simulator.account.sid,
  authToken: simulator.account.authToken,
  fetch: (input, init) => {
    queries += 1;
    return simulator.fetch(new Request(input, init));
  },
});
const search = createSearchNumbers({
  carrier,
  prices: createPriceBook({ carrier, clock: systemClock }),
  open: async () => ({ pooled: { list: async () => [] } }),
});

describe('a search against the simulator', () => {
  it.each([
    'Oakland, CA',
    '94607',
    '510',
    'Toronto',
    'H2X 1Y4',
    'New York, NY',
    'Brooklyn',
    'Houston, TX',
    'Atlanta, GA',
    'Denver',
    'Truckee, CA',
    'Anchorage, AK',
    'Honolulu',
    'St. John’s, NL',
  ])('finds ten local numbers for %s in one query of the catalogue, two at most', async (query) => {
    queries = 0;
    const { numbers, suggestions } = await search({ query });
    expect(numbers).toHaveLength(10);
    expect(numbers.every(({ local }) => local)).toBe(true);
    expect(numbers.every(({ monthlyPrice }) => monthlyPrice !== null)).toBe(true);
    expect(suggestions.length).toBeGreaterThan(0);
    // And one for the prices of a country that was not asked before.
    expect(queries).toBeLessThanOrEqual(3);
  });

  it('has numbers for the area code of every city, each number once', async () => {
    const { areaCodes } = await loadPlaces();
    const codes = [...areaCodes.keys()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), async (areaCode) => {
        const { numbers } = await search({ areaCode, limit: 50 });
        const found = numbers.map(({ phoneNumber }) => phoneNumber);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });

  it('offers only what can then be bought', async () => {
    const { numbers } = await search({ query: 'Sacramento, CA', limit: 25 });
    for (const { phoneNumber } of numbers) {
      const answer = await carrier.buyNumber({
        phoneNumber,
        tag: 'op_1',
        voiceUrl: 'https://example.com/voice',
      });
      expect(answer.outcome).toBe('bought');
    }
  });

  it('finds a word near the business before anywhere else, and shows its letters', async () => {
    const { numbers } = await search({ query: 'Oakland, CA', contains: 'COOL', limit: 3 });
    expect(numbers).toHaveLength(3);
    for (const { match, display } of numbers) {
      expect(match?.spelled.replace(/[^A-Z]/g, '')).toBe('COOL');
      expect(display.slice(match?.start, (match?.start ?? 0) + (match?.length ?? 0)).replace(/\D/g, '')).toBe(
        '2665',
      );
    }
    expect(numbers[0]?.local).toBe(true);
  });

  it('gathers fifty though one query never yields so many', async () => {
    const { numbers } = await search({ query: 'Oakland, CA', limit: 50 });
    expect(numbers).toHaveLength(50);
    expect(new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size).toBe(50);
  });

  it('shows restricted numbers with the reason on request', async () => {
    const { numbers } = await search({ query: 'Los Angeles, CA', limit: 50, includeRestricted: true });
    const restricted = numbers.filter(({ restriction }) => restriction);
    expect(restricted.length).toBeGreaterThan(0);
    expect(restricted.length).toBeLessThan(numbers.length);
    const [first] = restricted;
    const voiceUrl = 'https://example.com/voice';
    const answer = await carrier.buyNumber({ phoneNumber: first?.phoneNumber ?? '', tag: 'op_1', voiceUrl });
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'restricted' });
  });
});
