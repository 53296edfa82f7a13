import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RepointProgress, RepointRequest } from '../../src/numbers/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, settings, sleepingClock } from '../purchase/host.ts';
import { type ChangeStep, own, scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { asked, assignedNumber, lifeHost } from './host.ts';

// Slow machines take their time over a database for each test.
vi.setConfig({ testTimeout: 60_000 });

const voice = {
  voiceUrl: 'https://new.example.com/twilio/voice',
  statusCallback: 'https://new.example.com/s',
};
const NUMBERS = 25;

describe.each(engines)('re-pointing the estate on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let clock = sleepingClock();
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database.connect());
    clock = sleepingClock();
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  async function estate(configures: ChangeStep[] = []) {
    const carrier = scriptedCarrier({ configures });
    for (let index = 0; index < NUMBERS; index += 1) {
      await assignedNumber(storage, carrier, {
        id: `num_${String(index).padStart(2, '0')}`,
        phoneNumber: `+1510220${4000 + index}`,
        state: (['assigned', 'pooled', 'resting'] as const)[index % 3] ?? 'assigned',
      });
    }
    const foreign = own('+15105550111', 'another program', { voiceUrl: 'https://elsewhere.example' });
    carrier.owned.set('+15105550111', foreign);
    return { carrier, foreign };
  }
  const all = async (steps: AsyncIterable<RepointProgress>) => {
    const seen: RepointProgress[] = [];
    for await (const step of steps) seen.push(step);
    return seen;
  };
  const request: RepointRequest = { voice, ...asked };

  test('points every number once, at the rate that was set, tells how far it is, and leaves others alone', async () => {
    const { carrier, foreign } = await estate();
    const host = lifeHost(storage, carrier.carrier, clock);
    const start = clock.now().getTime();
    const seen = await all(host.repoint({ ...request, perSecond: 4 }));
    expect(seen.map(({ left }) => left)).toEqual(Array.from({ length: NUMBERS + 1 }, (_, i) => NUMBERS - i));
    expect(seen.at(-1)).toEqual({ pointed: NUMBERS, left: 0, failed: [] });
    expect(clock.now().getTime() - start).toBe(NUMBERS * 250);
    expect(new Set(carrier.configured).size).toBe(NUMBERS);
    expect(carrier.configured).toHaveLength(NUMBERS);
    expect(carrier.owned.get('+15105550111')).toBe(foreign);
    expect(carrier.owned.get('+15102204000')).toMatchObject(voice);
    expect(await storage.trail.list({ limit: 100 })).toHaveLength(NUMBERS);
    expect(await all(host.repoint(request))).toEqual([{ pointed: NUMBERS, left: 0, failed: [] }]);
  });

  test('goes on where it was stopped, also in another process', async () => {
    const { carrier } = await estate();
    const first = lifeHost(storage, carrier.carrier, clock);
    let steps = 0;
    for await (const _ of first.repoint(request)) {
      steps += 1;
      if (steps === 8) break;
    }
    clock.pass(5 * 60_000);
    const second = lifeHost(storage, carrier.carrier, clock);
    expect((await all(second.repoint(request))).at(-1)).toMatchObject({ pointed: NUMBERS, left: 0 });
    expect(carrier.configured).toHaveLength(NUMBERS);
  });

  test('by three processes at once points no number twice', async () => {
    const { carrier } = await estate();
    const others = [await openStorage(database.connect()), await openStorage(database.connect())];
    const hosts = [storage, ...others].map((each) => lifeHost(each, carrier.carrier, clock));
    await Promise.all(hosts.map((host) => all(host.repoint({ ...request, perSecond: 1000 }))));
    expect(carrier.configured).toHaveLength(NUMBERS);
    expect(new Set(carrier.configured).size).toBe(NUMBERS);
    for (const each of others) await each.close();
  });

  test('tells what failed, goes on with the rest, and tries it in the next run', async () => {
    const { carrier } = await estate(['ok', 'fails', 'ok', 'fails']);
    const host = lifeHost(storage, carrier.carrier, clock);
    const last = (await all(host.repoint(request))).at(-1);
    expect(last).toMatchObject({ pointed: NUMBERS - 2, left: 2 });
    expect(last?.failed.map(({ numberId }) => numberId)).toEqual(['num_01', 'num_03']);
    expect(last?.failed[0]?.detail).toBe('the carrier does not answer');
    clock.pass(10 * 60_000);
    expect((await all(host.repoint(request))).at(-1)).toEqual({ pointed: NUMBERS, left: 0, failed: [] });
  });

  test('does not believe a carrier that leaves a trunk in the way', async () => {
    const { carrier } = await estate();
    const deaf = {
      ...carrier.carrier,
      configureNumber: async (sid: string, to: typeof voice) => ({
        ...(await carrier.carrier.configureNumber(sid, to)),
        trunkSid: 'TK1',
      }),
    };
    const last = (await all(lifeHost(storage, deaf, clock).repoint(request))).at(-1);
    expect(last).toMatchObject({ pointed: 0, left: NUMBERS });
    expect(last?.failed[0]?.detail).toBe('a trunk still takes its calls');
  });

  test('points at the configured address when none is given', async () => {
    const { carrier } = await estate();
    const host = lifeHost(storage, carrier.carrier, clock);
    await all(host.repoint(request));
    await all(host.repoint(asked));
    expect(carrier.owned.get('+15102204000')).toMatchObject({ voiceUrl: settings.voiceUrl });
  });

  test.each([0, -1, Number.NaN])('at a rate of %s is refused', async (perSecond) => {
    const host = lifeHost(storage, scriptedCarrier().carrier, clock);
    await expect(all(host.repoint({ ...request, perSecond }))).rejects.toThrow('perSecond');
  });
});
