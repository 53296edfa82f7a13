import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { moment, sampleEntry, sampleNumber, sampleOperation, sampleTenant } from './sample-records.ts';

const counter = { key: 'purchases:all', window: '2026-11-22' };

export const transactionCases: readonly CaseBody[] = [
  {
    title: 'a transaction gives back what its work gives back, and all of it is there afterwards',
    async run({ storage, connect }) {
      const other = await connect();
      const answer = await storage.transaction(async (stores) => {
        await stores.numbers.insert(sampleNumber());
        await stores.operations.insert(sampleOperation());
        await stores.limits.take(counter, 1, 1);
        await stores.trail.append(sampleEntry());
        await stores.tenants.put(sampleTenant());
        return 'bought';
      });
      assert.equal(answer, 'bought');
      for (const { numbers, operations, limits, trail, tenants } of [storage, other]) {
        assert.deepEqual(await numbers.get('num_sample'), sampleNumber());
        assert.deepEqual(await operations.get('op_sample'), sampleOperation());
        assert.equal(await limits.used(counter), 1);
        assert.equal((await trail.list({ limit: 5 })).length, 1);
        assert.deepEqual(await tenants.get('acme'), sampleTenant());
      }
    },
  },
  {
    title: 'when the work throws, nothing stays and the same error comes out',
    async run({ storage }) {
      const failure = new Error('changed my mind');
      const attempt = storage.transaction(async (stores) => {
        await stores.numbers.insert(sampleNumber());
        await stores.operations.insert(sampleOperation());
        await stores.limits.take(counter, 1, 1);
        await stores.trail.append(sampleEntry());
        await stores.tenants.put(sampleTenant());
        throw failure;
      });
      await assert.rejects(attempt, (error) => error === failure);
      assert.equal(await storage.numbers.get('num_sample'), undefined);
      assert.equal(await storage.operations.get('op_sample'), undefined);
      assert.equal(await storage.limits.used(counter), 0);
      assert.deepEqual(await storage.trail.list({ limit: 5 }), []);
      assert.equal(await storage.tenants.get('acme'), undefined);
      assert.equal(await storage.transaction(({ limits }) => limits.take(counter, 1, 1)), true);
    },
  },
  {
    title: 'a transaction sees its own writes; others see them only after it has ended',
    async run({ storage, connect }) {
      const other = await connect();
      await other.tenants.put(sampleTenant());
      await storage.transaction(async ({ numbers }) => {
        await numbers.insert(sampleNumber());
        assert.equal((await numbers.findByPhoneNumber('+14155550142'))?.id, 'num_sample');
        assert.equal(await other.numbers.findByPhoneNumber('+14155550142'), undefined);
        assert.equal(await other.routes.lookup('+14155550142'), undefined);
      });
      assert.equal((await other.numbers.findByPhoneNumber('+14155550142'))?.id, 'num_sample');
      assert.equal((await other.routes.lookup('+14155550142'))?.numberId, 'num_sample');
    },
  },
  {
    title: 'a refused insert does not spoil the transaction it happens in',
    async run({ storage }) {
      await storage.numbers.insert(sampleNumber());
      await storage.operations.insert(sampleOperation());
      await storage.transaction(async ({ numbers, operations, limits }) => {
        assert.equal(await numbers.insert(sampleNumber({ id: 'num_2' })), false);
        assert.equal(await operations.insert(sampleOperation({ id: 'op_2' })), false);
        assert.equal(await limits.take(counter, 2, 1), false);
        assert.equal(await numbers.move('num_sample', 'assigned', 'releasing', {}, moment()), true);
      });
      assert.equal((await storage.numbers.get('num_sample'))?.state, 'releasing');
    },
  },
  {
    title: 'of 50 purchases of one number one commits, and the limits count that one only',
    async run(context) {
      const taken = new Error('taken');
      const answers = await crowd(context, (storage, caller) =>
        storage
          .transaction(async ({ limits, numbers, operations }) => {
            const tenantId = `tenant-${caller}`;
            const ids = { id: `op_${caller}`, numberId: `num_${caller}` };
            await limits.take(counter, 1, 1000);
            await operations.insert(sampleOperation({ ...ids, tenantId }));
            if (!(await numbers.insert(sampleNumber({ id: ids.numberId, tenantId })))) throw taken;
            return true;
          })
          .catch((error: unknown) => {
            if (error === taken) return false;
            throw error;
          }),
      );
      assert.equal(countYes(answers), 1);
      assert.equal(await context.storage.limits.used(counter), 1);
      const winner = answers.indexOf(true);
      assert.equal((await context.storage.operations.ofNumber(`num_${winner}`))?.id, `op_${winner}`);
      assert.equal(await context.storage.operations.get(`op_${winner === 0 ? 1 : 0}`), undefined);
    },
  },
  {
    // On PostgreSQL these deadlock, and each deadlock is found only after a second; hence few.
    title: 'transactions that take from two counters in opposite order all come through',
    async run({ storage, connect }) {
      const spend = { ...counter, key: 'spend:all' };
      const storages = [storage, await connect(), storage, await connect()];
      await Promise.all(
        storages.map((each, caller) =>
          each.transaction(async ({ limits }) => {
            const order = caller % 2 === 0 ? [counter, spend] : [spend, counter];
            for (const next of order) await limits.take(next, 1, 1000);
          }),
        ),
      );
      assert.equal(await storage.limits.used(counter), storages.length);
      assert.equal(await storage.limits.used(spend), storages.length);
    },
  },
];
