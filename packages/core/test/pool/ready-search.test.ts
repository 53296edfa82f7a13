import { createTwilioSimulator } from '@numberkit/twilio-simulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Carrier } from '../../src/carrier/index.ts';
import { systemClock } from '../../src/clock.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { poolHost, simulatedCarrier, stockUp } from './pool-host.ts';

describe.each(engines)('a search with a pool on $name', ({ create }) => {
  let database: TestDatabase;
  let host: Numberkit;
  let searches: number;
  let down: boolean;

  beforeEach(async () => {
    const simulated = simulatedCarrier(createTwilioSimulator({ seed: 3 }));
    searches = 0;
    down = false;
    const carrier: Carrier = {
      ...simulated,
      async searchNumbers(query) {
        searches += 1;
        if (down) throw new Error('the carrier does not answer');
        return simulated.searchNumbers(query);
      },
    };
    database = await create();
    host = poolHost(database.connect(), carrier, systemClock);
    await host.ready();
  });
  afterEach(async () => {
    await host.close();
    await database.drop();
  });
  const search = (request: object) => host.numbers.search({ tenantId: 'acme', ...request });

  test('shows pooled numbers first and ready, and the carrier’s after them', async () => {
    await stockUp(database.connect(), '510', 3);
    const { numbers } = await search({ areaCode: '510', limit: 10 });
    expect(numbers.map(({ ready }) => ready)).toEqual([true, true, true, ...Array<boolean>(7).fill(false)]);
    expect(new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size).toBe(10);
    expect(numbers[0]).toMatchObject({ areaCode: '510', monthlyPrice: { amountMicros: 1_150_000 } });
  });

  test('asks the carrier nothing when the pool has enough, and buying such a number is done at once', async () => {
    await stockUp(database.connect(), '510', 12);
    const { numbers } = await search({ query: 'Oakland, CA', limit: 10 });
    expect(numbers.every(({ ready }) => ready)).toBe(true);
    expect(searches).toBe(0);
    const [first] = numbers;
    const bought = await host.numbers.buy({
      tenantId: 'acme',
      phoneNumber: first?.phoneNumber ?? '',
      idempotencyKey: '1',
    });
    expect(bought.status).toBe('active');
    expect(searches).toBe(0);
    const again = await search({ query: 'Oakland, CA', limit: 12 });
    expect(again.numbers.map(({ phoneNumber }) => phoneNumber)).not.toContain(first?.phoneNumber);
  });

  test('answers what is ready while the carrier is down', async () => {
    await stockUp(database.connect(), '510', 2);
    down = true;
    expect((await search({ areaCode: '510' })).numbers).toHaveLength(2);
    await expect(search({ areaCode: '212' })).rejects.toThrow();
  });

  test('pooled numbers must match the pattern, and those of another area code are not shown', async () => {
    await stockUp(database.connect(), '510', 20);
    await stockUp(database.connect(), '212', 1);
    const { numbers } = await search({ areaCode: '510', contains: '2220007' });
    expect(numbers.filter(({ ready }) => ready).map(({ phoneNumber }) => phoneNumber)).toEqual([
      '+15102220007',
    ]);
  });
});
