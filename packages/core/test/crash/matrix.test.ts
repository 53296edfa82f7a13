import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { asked, assignedNumber, DAY, held, lifeHost, trailOf } from '../life/host.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, purchaseHost, settings, sleepingClock } from '../purchase/host.ts';
import { type BuyStep, own, type ReleaseStep, scriptedCarrier } from '../purchase/scripted-carrier.ts';
import { everyStep, mortal } from './crash.ts';

// Slow machines take their time over a database for each test.
vi.setConfig({ testTimeout: 60_000 });

const SWEEPS = 20;
const A_DAY_LATER = DAY;

/** Lets a process work until it is done or dead; an error is for its caller, of whom there is none here. */
async function runToItsEnd(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

describe.each(engines)('wherever a process dies, on $name,', ({ create }) => {
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

  test.each<[string, BuyStep[] | 'taken']>([
    ['that goes well', []],
    ['whose answer is lost after it took effect', ['lost-after']],
    ['whose answer is lost before it took effect', ['lost-before']],
    ['of a number that somebody else has, with an alternative', 'taken'],
    ['whose adapter breaks', ['throws-after']],
  ])('a purchase %s ends bought once or not at all, and is counted so', async (_, buys) => {
    const tried = await everyStep(async (fatal, round) => {
      const carrier = scriptedCarrier(buys === 'taken' ? {} : { buys });
      const tenantId = `tenant-${round}`;
      const [first, second] = [`+1510220${4000 + round}`, `+1510221${4000 + round}`];
      if (buys === 'taken') carrier.soldElsewhere.add(first);
      const order = { tenantId, phoneNumber: first, alternatives: [second], idempotencyKey: 'key' };
      const process = mortal(carrier.carrier, storage, fatal);
      await runToItsEnd(purchaseHost(process.storage, process.carrier, clock).buy(order));
      expect(process.isDead()).toBe(Number.isFinite(fatal));
      const survivor = purchaseHost(storage, carrier.carrier, clock);
      for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        clock.pass(A_DAY_LATER);
        if ((await survivor.settle()).due === 0) break;
      }
      expect(survivor.failures).toEqual([]);
      const numbers = await storage.numbers.listByTenant(tenantId);
      const bought = numbers.filter(({ state }) => state === 'assigned');
      // What the carrier sold is what we have, and what we have is what is counted.
      expect(bought.map(({ phoneNumber }) => phoneNumber)).toEqual(carrier.sold);
      expect(carrier.sold.length).toBeLessThanOrEqual(1);
      expect(bought.length + numbers.filter(({ state }) => state === 'refused').length).toBe(numbers.length);
      expect(await held(storage, tenantId)).toBe(bought.length);
      // The customer sends the same order again, and gets the number without buying another; or is told clearly that
      // there is none, and chooses anew.
      await survivor.buy(order).catch(async (error: unknown) => {
        expect(error).toMatchObject({ code: 'number-unavailable' });
        expect(carrier.sold).toEqual([]);
        return survivor.buy({ tenantId, phoneNumber: second, idempotencyKey: 'another-key' });
      });
      const after = (await storage.numbers.listByTenant(tenantId)).filter(
        ({ state }) => state === 'assigned',
      );
      expect(after).toHaveLength(1);
      expect(carrier.sold).toEqual(after.map(({ phoneNumber }) => phoneNumber));
      expect(await held(storage, tenantId)).toBe(1);
      for (const { id } of after) {
        const events = await trailOf(storage, id);
        expect(events.filter((event) => event === 'number.purchased')).toHaveLength(1);
      }
      return process.points;
    });
    expect(tried).toContain('carrier.buyNumber, before');
    expect(tried.length).toBeGreaterThan(15);
  });

  test.each<[string, ReleaseStep[], boolean]>([
    ['that goes well', [], false],
    ['whose answer is lost after it took effect', ['lost-after'], false],
    ['whose answers are lost', ['lost-before', 'lost-before', 'lost-before'], false],
    ['that is refused at first', ['refused'], false],
    ['of a number with an emergency address', [], true],
    ['of a number with an emergency address, refused at first', ['refused'], true],
  ])('a release %s ends with the number back at the carrier', async (_, releases, emergency) => {
    const tried = await everyStep(async (fatal, round) => {
      const carrier = scriptedCarrier({ releases });
      const tenantId = `tenant-${round}`;
      const phoneNumber = `+1510220${4000 + round}`;
      const id = `num_${round}`;
      await assignedNumber(storage, carrier, { id, phoneNumber, tenantId });
      const plain = own(phoneNumber, 'op_bought', settings);
      if (emergency) carrier.owned.set(phoneNumber, { ...plain, emergencyAddress: 'registered' });
      const process = mortal(carrier.carrier, storage, fatal);
      const request = { numberId: id, idempotencyKey: `key-${round}`, ...asked };
      await runToItsEnd(lifeHost(process.storage, process.carrier, clock).release(request));
      expect(process.isDead()).toBe(Number.isFinite(fatal));
      // It died before the intent: then nothing has happened, and the operator asks again.
      const begun = (await storage.numbers.get(id))?.state !== 'assigned';
      expect([await held(storage, tenantId), carrier.owned.size]).toEqual(
        begun ? [0, carrier.owned.size] : [1, 1],
      );
      const survivor = lifeHost(storage, carrier.carrier, clock);
      if (!begun) await survivor.release(request);
      for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        clock.pass(A_DAY_LATER);
        // The registry has had its time.
        if (carrier.owned.get(phoneNumber)?.emergencyAddress === 'clearing')
          carrier.owned.set(phoneNumber, plain);
        await survivor.settle();
      }
      expect(survivor.failures).toEqual([]);
      expect((await storage.numbers.get(id))?.state).toBe('released');
      expect(carrier.owned.size).toBe(0);
      expect(await held(storage, tenantId)).toBe(0);
      expect((await storage.operations.ofNumber(id, 'release-number'))?.state).toBe('done');
      const events = await trailOf(storage, id);
      expect(events.filter((event) => event === 'number.release-intended')).toHaveLength(1);
      expect(events.filter((event) => event === 'number.released')).toHaveLength(1);
      return process.points;
    });
    expect(tried).toContain('carrier.findNumber, after');
    expect(tried.length).toBeGreaterThan(10);
  });

  test('a transfer has happened altogether or not at all', async () => {
    const tried = await everyStep(async (fatal, round) => {
      const carrier = scriptedCarrier();
      const [from, to, id] = [`old-${round}`, `new-${round}`, `num_${round}`];
      await assignedNumber(storage, carrier, { id, phoneNumber: `+1510220${4000 + round}`, tenantId: from });
      const process = mortal(carrier.carrier, storage, fatal);
      const request = { numberId: id, fromTenantId: from, toTenantId: to, ...asked };
      await runToItsEnd(lifeHost(process.storage, process.carrier, clock).transfer(request));
      const moved = (await storage.numbers.get(id))?.tenantId === to;
      expect([await held(storage, from), await held(storage, to)]).toEqual(moved ? [0, 1] : [1, 0]);
      expect(await trailOf(storage, id)).toHaveLength(moved ? 2 : 0);
      const again = lifeHost(storage, carrier.carrier, clock).transfer(request);
      if (moved) await expect(again).rejects.toMatchObject({ code: 'wrong-owner' });
      else await again;
      expect([await held(storage, from), await held(storage, to)]).toEqual([0, 1]);
      return process.points;
    });
    expect(tried).toContain('transaction, after');
  });

  test.each(['pool', 'release'] as const)(
    'a reclaim takes each of its steps once, to the %s',
    async (afterRest) => {
      // The process dies on one day of the life; on all other days a living one sweeps.
      for (const day of [0, 1, 2, 4]) {
        await everyStep(async (fatal, place) => {
          const round = day * 1000 + place;
          const carrier = scriptedCarrier();
          const [tenantId, id] = [`tenant-${round}`, `num_${round}`];
          await assignedNumber(storage, carrier, { id, phoneNumber: `+1510220${4000 + round}`, tenantId });
          const policy = { reclaim: { graceDays: 2, warningDays: [1], restDays: 2, afterRest } };
          const survivor = lifeHost(storage, carrier.carrier, clock, policy);
          await survivor.startReclaim({ tenantId, ...asked });
          const process = mortal(carrier.carrier, storage, fatal);
          for (let today = 0; today < 8; today += 1) {
            if (today === day) {
              await runToItsEnd(lifeHost(process.storage, process.carrier, clock, policy).sweepReclaim());
            }
            await survivor.sweepReclaim();
            await survivor.settle();
            clock.pass(DAY);
          }
          expect(survivor.failures).toEqual([]);
          const state = (await storage.numbers.get(id))?.state;
          expect(state).toBe(afterRest === 'pool' ? 'pooled' : 'released');
          expect(await held(storage, tenantId)).toBe(0);
          const life = ['number.reclaim-started', 'number.reclaim-warned', 'number.rested'];
          const rest = ['number.release-intended', 'number.released'];
          expect(await trailOf(storage, id)).toEqual([
            ...life,
            ...(afterRest === 'pool' ? ['number.returned'] : rest),
          ]);
          return process.points;
        });
      }
    },
  );
});
