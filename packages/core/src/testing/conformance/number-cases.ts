import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { moment, sampleNumber } from './sample-records.ts';

export const numberCases: readonly CaseBody[] = [
  {
    title: 'a number comes back as it was written',
    async run({ storage }) {
      const full = sampleNumber({ carrierSid: 'PN1' });
      const bare = sampleNumber({
        id: 'num_bare',
        phoneNumber: '+18005550100',
        state: 'buying',
        tenantId: null,
        type: 'toll-free',
        areaCode: null,
        locality: null,
        region: null,
        capabilities: null,
        monthlyPrice: null,
        activatedAt: null,
      });
      for (const number of [full, bare]) {
        assert.equal(await storage.numbers.insert(number), true);
        assert.deepEqual(await storage.numbers.get(number.id), number);
        assert.deepEqual(await storage.numbers.findByPhoneNumber(number.phoneNumber), number);
      }
      assert.equal(await storage.numbers.get('num_none'), undefined);
      assert.equal(await storage.numbers.findByPhoneNumber('+14155550143'), undefined);
    },
  },
  {
    title: 'of 50 callers that insert one phone number exactly one gets true',
    async run(context) {
      const answers = await crowd(context, (storage, caller) =>
        storage.numbers.insert(sampleNumber({ id: `num_${caller}`, tenantId: `tenant-${caller}` })),
      );
      assert.equal(countYes(answers), 1);
      const winner = await context.storage.numbers.findByPhoneNumber('+14155550142');
      assert.equal(winner?.id, `num_${answers.indexOf(true)}`);
    },
  },
  {
    title: 'a number whose life is over frees its phone number for a new row',
    async run({ storage }) {
      const { numbers } = storage;
      await numbers.insert(sampleNumber({ id: 'num_1', state: 'buying' }));
      assert.equal(await numbers.insert(sampleNumber({ id: 'num_2' })), false);
      await numbers.move('num_1', 'buying', 'refused', {}, moment(5));
      assert.equal(await numbers.findByPhoneNumber('+14155550142'), undefined);
      assert.equal(await numbers.insert(sampleNumber({ id: 'num_3', state: 'releasing' })), true);
      await numbers.move('num_3', 'releasing', 'released', {}, moment(6));
      assert.equal(await numbers.insert(sampleNumber({ id: 'num_4' })), true);
      assert.equal((await numbers.get('num_1'))?.phoneNumber, '+14155550142');
      assert.equal((await numbers.findByPhoneNumber('+14155550142'))?.id, 'num_4');
    },
  },
  {
    title: 'a move happens only from the state that was expected, and changes what it was told to',
    async run({ storage }) {
      const { numbers } = storage;
      await numbers.insert(sampleNumber({ state: 'buying', activatedAt: null }));
      const change = { carrierSid: 'PN2', activatedAt: moment(9), tenantId: 'beta' };
      assert.equal(await numbers.move('num_sample', 'pooled', 'assigned', change, moment(8)), false);
      assert.equal((await numbers.get('num_sample'))?.state, 'buying');
      assert.equal(await numbers.move('num_sample', 'buying', 'assigned', change, moment(9)), true);
      const expected = sampleNumber({ ...change, updatedAt: moment(9) });
      assert.deepEqual(await numbers.get('num_sample'), expected);
      await numbers.move('num_sample', 'assigned', 'resting', { tenantId: null }, moment(10));
      assert.equal((await numbers.get('num_sample'))?.tenantId, null);
      assert.equal((await numbers.get('num_sample'))?.carrierSid, 'PN2');
    },
  },
  {
    title: 'no number makes a move that its life does not know',
    async run({ storage: { numbers } }) {
      await numbers.insert(sampleNumber({ state: 'assigned' }));
      await assert.rejects(numbers.move('num_sample', 'assigned', 'pooled', {}, moment(9)), RangeError);
      assert.equal((await numbers.get('num_sample'))?.state, 'assigned');
    },
  },
  {
    title: 'of 50 callers that move one number exactly one gets true',
    async run(context) {
      await context.storage.numbers.insert(sampleNumber({ state: 'pooled', tenantId: null }));
      const answers = await crowd(context, ({ numbers }, caller) =>
        numbers.move('num_sample', 'pooled', 'assigned', { tenantId: `tenant-${caller}` }, moment()),
      );
      assert.equal(countYes(answers), 1);
      const number = await context.storage.numbers.get('num_sample');
      assert.equal(number?.tenantId, `tenant-${answers.indexOf(true)}`);
    },
  },
  {
    title: 'a tenant sees its own numbers in every state, newest first',
    async run({ storage }) {
      const { numbers } = storage;
      const rows = [
        { id: 'num_b', phoneNumber: '+14155550101', createdAt: moment(2), state: 'assigned' },
        { id: 'num_c', phoneNumber: '+14155550102', createdAt: moment(1), state: 'refused' },
        { id: 'num_a', phoneNumber: '+14155550103', createdAt: moment(3), state: 'buying' },
        { id: 'num_d', phoneNumber: '+14155550104', createdAt: moment(4), tenantId: 'beta' },
      ] as const;
      for (const row of rows) await numbers.insert(sampleNumber(row));
      const listed = await numbers.listByTenant('acme');
      assert.deepEqual(
        listed.map((number) => number.id),
        ['num_a', 'num_b', 'num_c'],
      );
      assert.deepEqual(await numbers.listByTenant('nobody'), []);
    },
  },
];
