import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwilioSimulator } from '../src/index.ts';
import { startTwilioSimulator, type TwilioSimulatorServer } from '../src/server/index.ts';
import { SDK_CALLS } from './sdk-calls.ts';
import { overHttp, setUp } from './sdk-client.ts';

describe('the official SDK in the same process', () => {
  it.each(SDK_CALLS)(
    'gets from $operation what the official document promises',
    async ({ operation, run }) => {
      const bench = setUp();
      await run(bench);
      expect(bench.exchanges.map((exchange) => exchange.operation)).toContain(operation);
    },
  );
});

describe('the official SDK over HTTP', () => {
  let server: TwilioSimulatorServer;
  beforeAll(async () => {
    server = await startTwilioSimulator({ port: 0, clock: { mode: 'virtual' } });
  });
  afterAll(() => server.close());

  it.each(SDK_CALLS)('gets the same from $operation', async ({ run }) => {
    server.simulator.reset();
    await run(overHttp(server));
  });
});

describe('a new simulator', () => {
  it('is there at once, and repeats itself for the same seed', () => {
    const started = performance.now();
    const [one, same, other] = [7, 7, 8].map((seed) => createTwilioSimulator({ seed }));
    expect(performance.now() - started).toBeLessThan(900);
    expect(one?.account.sid).toBe(same?.account.sid);
    expect(one?.account.sid).not.toBe(other?.account.sid);
  });
});
