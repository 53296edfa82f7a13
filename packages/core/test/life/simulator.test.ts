import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Carrier } from '../../src/carrier/index.ts';
import { twilio } from '../../src/carrier/twilio/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { Storage } from '../../src/storage/index.ts';
import { registerEmergencyAddress } from '../carrier/emergency.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, purchaseHost } from '../purchase/host.ts';
import { asked, DAY, held, lifeHost, trailOf } from './host.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 60 * 60_000;

describe.each(engines)('on $name, at the simulated Twilio,', ({ create }) => {
  let simulator: TwilioSimulator;
  let carrier: Carrier;
  let database: TestDatabase;
  let storage: Storage;
  let clock: Clock;

  beforeEach(async () => {
    simulator = createTwilioSimulator({ seed: 7, clock: { mode: 'virtual' } });
    clock = {
      now: () => simulator.clock.now(),
      sleep: async (milliseconds) => void (await simulator.clock.advance(milliseconds)),
    };
    const { sid, authToken } = simulator.account;
    const fetch: typeof globalThis.fetch = (input, init) => simulator.fetch(new Request(input, init));
    carrier = twilio({ accountSid: sid, authToken, clock, fetch });
    database = await create();
    storage = await openStorage(database.connect());
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  async function buy(tenantId = 'acme', place = 0) {
    const host = purchaseHost(storage, carrier, clock);
    const offers = await carrier.searchNumbers({ country: 'US', type: 'local', areaCode: '510', limit: 30 });
    const free = offers.filter(({ addressRequirement }) => addressRequirement === 'none');
    const phoneNumber = free[place]?.phoneNumber ?? '';
    return host.buy({ tenantId, phoneNumber, idempotencyKey: `key-${place}` });
  }
  const state = async (numberId: string) => (await storage.numbers.get(numberId))?.state;

  test('a number with an emergency address, and a carrier that fails five times first, is released by sweeps alone', async () => {
    const { id, phoneNumber } = await buy();
    await registerEmergencyAddress(simulator, phoneNumber);
    // Each request is sent four times before the adapter gives up, and a release asks twice.
    const fault = simulator.faults.add({
      match: { path: '/IncomingPhoneNumbers' },
      times: 5 * 4,
      when: 'before',
      effect: { kind: 'status', status: 503 },
    });
    const host = lifeHost(storage, carrier, clock);
    expect((await host.release({ numberId: id, ...asked })).outcome).toBe('releasing');
    let sweeps = 0;
    for (; sweeps < 50 && (await state(id)) !== 'released'; sweeps += 1) {
      await simulator.clock.advance(HOUR);
      await host.settle();
    }
    expect(fault.struck).toBe(20);
    expect(sweeps).toBeGreaterThan(5);
    expect(await state(id)).toBe('released');
    expect(simulator.numbers.find(phoneNumber)).toBeUndefined();
    expect(await held(storage, 'acme')).toBe(0);
    expect((await trailOf(storage, id)).slice(-4)).toEqual([
      'number.release-intended',
      'number.release-failed',
      'number.emergency-address-cleared',
      'number.released',
    ]);
  });

  test.each([
    ['a reset', { kind: 'reset' }],
    ['a 500', { kind: 'status', status: 500 }],
  ] as const)('a release whose answer is lost to %s is certain at once', async (_, effect) => {
    const { id, phoneNumber } = await buy();
    simulator.faults.add({ match: { method: 'DELETE' }, when: 'after', effect });
    const released = await lifeHost(storage, carrier, clock).release({ numberId: id, ...asked });
    expect(released.outcome).toBe('released');
    expect(simulator.numbers.find(phoneNumber)).toBeUndefined();
  });

  test('a released number is not charged again', async () => {
    const { id } = await buy();
    await lifeHost(storage, carrier, clock).release({ numberId: id, ...asked });
    await simulator.clock.advance(70 * DAY);
    expect(simulator.bill.entries()).toHaveLength(1);
  });

  test('a tenant that leaves is warned of, its number rests, and the next tenant’s calls are its own', async () => {
    const { id } = await buy();
    const host = lifeHost(storage, carrier, clock, { reclaim: { restDays: 10 } });
    await host.startReclaim({ tenantId: 'acme', graceDays: 8, ...asked });
    const seen: (string | undefined)[] = [];
    for (let day = 0; day < 20; day += 1) {
      await host.sweepReclaim();
      seen.push(await state(id));
      await simulator.clock.advance(DAY);
    }
    expect(seen).toEqual([
      ...Array<string>(8).fill('assigned'),
      ...Array<string>(10).fill('resting'),
      ...Array<string>(2).fill('pooled'),
    ]);
    expect(host.heard).toMatchObject([
      ['number.reclaim-warning', { daysBefore: 7, callsPerWeek: 0 }],
      ['number.reclaim-warning', { daysBefore: 1, callsPerWeek: 0 }],
      ['number.resting', { callsPerWeek: 0 }],
    ]);
    expect((await storage.pooled.claim({ areaCode: '510' }, 'beta', clock.now()))?.id).toBe(id);
  });

  test('the estate is pointed elsewhere, trunks and all, while another program’s number stays as it is', async () => {
    const numbers = [await buy('acme', 0), await buy('beta', 1), await buy('gamma', 2)];
    const offers = await carrier.searchNumbers({ country: 'US', type: 'local', areaCode: '212', limit: 30 });
    const foreign = offers.find(({ addressRequirement }) => addressRequirement === 'none')?.phoneNumber ?? '';
    await carrier.buyNumber({
      phoneNumber: foreign,
      tag: 'another program',
      voiceUrl: 'https://else.example/v',
    });
    simulator.faults.add({
      match: { method: 'POST', path: '/IncomingPhoneNumbers/' },
      nth: 2,
      when: 'before',
      effect: { kind: 'reset' },
    });
    const voice = { voiceUrl: 'https://new.example.com/voice' };
    const host = lifeHost(storage, carrier, clock);
    let last: unknown;
    for await (const progress of host.repoint({ voice, perSecond: 100, ...asked })) last = progress;
    expect(last).toEqual({ pointed: 3, left: 0, failed: [] });
    for (const { phoneNumber } of numbers) {
      expect(simulator.numbers.find(phoneNumber)).toMatchObject({ voiceUrl: voice.voiceUrl, trunkSid: null });
    }
    expect(simulator.numbers.find(foreign)?.voiceUrl).toBe('https://else.example/v');
  });
});
