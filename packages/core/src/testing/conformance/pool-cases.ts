import assert from 'node:assert/strict';
import type { NumberRecord } from '../../numbers/index.ts';
import type { CaseBody } from './conformance-case.ts';
import { CROWD, countYes, crowd } from './crowd.ts';
import { moment, sampleNumber } from './sample-records.ts';

function pooledNumber(place: number, change: Partial<NumberRecord> = {}): NumberRecord {
  const digits = String(place).padStart(2, '0');
  return sampleNumber({
    id: `num_${digits}`,
    phoneNumber: `+141555501${digits}`,
    state: 'pooled',
    tenantId: null,
    carrierSid: `PN${digits}`,
    activatedAt: null,
    createdAt: moment(place),
    ...change,
  });
}

export const poolCases: readonly CaseBody[] = [
  {
    title: 'a claim takes the number that has waited longest in its area code, or exactly the one named',
    async run({ storage: { numbers, pooled } }) {
      await numbers.insert(pooledNumber(3));
      await numbers.insert(pooledNumber(1));
      await numbers.insert(pooledNumber(2));
      await numbers.insert(pooledNumber(0, { areaCode: '510' }));
      await numbers.insert(pooledNumber(4, { state: 'resting' }));
      const taken = await pooled.claim({ areaCode: '415' }, 'acme', moment(50));
      const expected = {
        state: 'assigned',
        tenantId: 'acme',
        activatedAt: moment(50),
        updatedAt: moment(50),
      } as const;
      assert.deepEqual(taken, pooledNumber(1, expected));
      assert.deepEqual(await numbers.get('num_01'), taken);
      assert.equal((await pooled.claim({ numberId: 'num_03' }, 'beta', moment(50)))?.tenantId, 'beta');
      assert.equal(await pooled.claim({ numberId: 'num_03' }, 'acme', moment(50)), undefined);
      assert.equal(await pooled.claim({ numberId: 'num_04' }, 'acme', moment(50)), undefined);
      assert.equal((await pooled.claim({ areaCode: '415' }, 'acme', moment(50)))?.id, 'num_02');
      assert.equal(await pooled.claim({ areaCode: '415' }, 'acme', moment(50)), undefined);
    },
  },
  {
    title: 'of 50 callers that claim from 40 numbers each number goes to exactly one',
    async run(context) {
      const { numbers, pooled } = context.storage;
      for (let place = 0; place < CROWD - 10; place += 1) await numbers.insert(pooledNumber(place));
      const taken = await crowd(context, (storage, caller) =>
        storage.pooled.claim({ areaCode: '415' }, `tenant-${caller}`, moment()),
      );
      const ids = taken.flatMap((number) => (number ? [number.id] : []));
      assert.equal(ids.length, CROWD - 10);
      assert.equal(new Set(ids).size, CROWD - 10);
      for (const [caller, number] of taken.entries()) {
        if (number) assert.equal((await numbers.get(number.id))?.tenantId, `tenant-${caller}`);
      }
      assert.equal(await pooled.claim({ areaCode: '415' }, 'late', moment()), undefined);
    },
  },
  {
    title: 'a claim that is rolled back leaves the number in the pool',
    async run({ storage }) {
      await storage.numbers.insert(pooledNumber(1));
      const undone = storage.transaction(async ({ pooled }) => {
        await pooled.claim({ areaCode: '415' }, 'acme', moment());
        throw new RangeError('undone');
      });
      await assert.rejects(undone, RangeError);
      assert.equal((await storage.pooled.claim({ areaCode: '415' }, 'beta', moment()))?.id, 'num_01');
    },
  },
  {
    title: 'of 50 processes that fill one area code up to 7 exactly 7 insert a number',
    async run(context) {
      await context.storage.numbers.insert(pooledNumber(90));
      await context.storage.numbers.insert(pooledNumber(91, { state: 'assigned', tenantId: 'acme' }));
      await context.storage.numbers.insert(pooledNumber(92, { areaCode: '510' }));
      const inserted = await crowd(context, ({ transaction }, caller) =>
        transaction(async ({ numbers, pooled }) => {
          if ((await pooled.lockArea('415')) >= 8) return false;
          return numbers.insert(pooledNumber(caller, { state: 'buying', carrierSid: null }));
        }),
      );
      assert.equal(countYes(inserted), 7);
      const [area] = await context.storage.pooled.stock();
      assert.deepEqual([area?.areaCode, area?.pooled, area?.buying], ['415', 1, 7]);
    },
  },
  {
    title: 'the stock adds up what is held by area code, with its monthly cost by currency',
    async run({ storage: { numbers, pooled } }) {
      assert.deepEqual(await pooled.stock(), []);
      await numbers.insert(pooledNumber(5));
      await numbers.insert(pooledNumber(6, { monthlyPrice: { amountMicros: 2_000_000, currency: 'CAD' } }));
      await numbers.insert(pooledNumber(7, { monthlyPrice: null }));
      await numbers.insert(pooledNumber(8, { areaCode: '212', state: 'buying', carrierSid: null }));
      await numbers.insert(pooledNumber(9, { areaCode: '212', state: 'assigned', tenantId: 'acme' }));
      assert.deepEqual(await pooled.stock(), [
        { areaCode: '212', pooled: 0, buying: 1, monthlyMicros: {}, oldest: null },
        {
          areaCode: '415',
          pooled: 3,
          buying: 0,
          monthlyMicros: { CAD: 2_000_000, USD: 1_150_000 },
          oldest: moment(5),
        },
      ]);
    },
  },
  {
    title: 'pooled numbers are listed by area code, type and country, those that have waited longest first',
    async run({ storage: { numbers, pooled } }) {
      await numbers.insert(pooledNumber(2));
      await numbers.insert(pooledNumber(1, { areaCode: '510' }));
      await numbers.insert(pooledNumber(3, { country: 'CA', areaCode: '416' }));
      await numbers.insert(pooledNumber(4, { state: 'assigned', tenantId: 'acme' }));
      const listed = async (areaCodes?: string[], limit = 9) => {
        const query = { type: 'local', country: 'US', limit, ...(areaCodes && { areaCodes }) } as const;
        return (await pooled.list(query)).map(({ id }) => id);
      };
      assert.deepEqual(await listed(), ['num_01', 'num_02']);
      assert.deepEqual(await listed(['415', '416']), ['num_02']);
      assert.deepEqual(await listed(undefined, 1), ['num_01']);
      assert.deepEqual(await listed([]), []);
    },
  },
  {
    title: 'a pooled number is idle until it is noted active, and only a pooled one may expect its own call',
    async run({ storage: { numbers, pooled } }) {
      await numbers.insert(pooledNumber(1));
      await numbers.insert(pooledNumber(2));
      await numbers.insert(pooledNumber(30));
      await numbers.insert(pooledNumber(4, { state: 'assigned', tenantId: 'acme' }));
      const idle = async (before: number, limit = 9) =>
        (await pooled.listIdle(moment(before), limit)).map(({ id }) => id);
      assert.deepEqual(await idle(20), ['num_01', 'num_02']);
      assert.deepEqual(await idle(20, 1), ['num_01']);
      await pooled.noteActive(['num_01'], moment(25));
      await pooled.noteActive([], moment(25));
      assert.deepEqual(await idle(20), ['num_02']);
      assert.deepEqual(await idle(40), ['num_02', 'num_01', 'num_30']);
      assert.equal(await pooled.expectCall('num_01', moment(60)), true);
      assert.equal(await pooled.expectCall('num_04', moment(60)), false);
      assert.equal(await pooled.findExpecting('+14155550101', moment(59)), 'num_01');
      assert.equal(await pooled.findExpecting('+14155550101', moment(60)), undefined);
      assert.equal(await pooled.findExpecting('+14155550104', moment(59)), undefined);
      await pooled.claim({ numberId: 'num_01' }, 'acme', moment(50));
      assert.equal(await pooled.findExpecting('+14155550101', moment(59)), undefined);
    },
  },
];
