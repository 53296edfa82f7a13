import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { CROWD, countYes, crowd } from './crowd.ts';
import { moment, sampleOperation } from './sample-records.ts';

export const operationCases: readonly CaseBody[] = [
  {
    title: 'an operation comes back as it was written',
    async run({ storage }) {
      const full = sampleOperation({ failure: 'number-unavailable', state: 'refused', calls: 3 });
      const bare = sampleOperation({
        id: 'op_bare',
        attempt: 2,
        alternatives: [],
        price: null,
        numberId: 'num_b',
      });
      for (const operation of [full, bare]) {
        assert.equal(await storage.operations.insert(operation), true);
        assert.deepEqual(await storage.operations.get(operation.id), operation);
        assert.deepEqual(await storage.operations.ofNumber(operation.numberId), operation);
      }
      assert.equal(await storage.operations.get('op_none'), undefined);
      assert.equal(await storage.operations.ofNumber('num_none'), undefined);
    },
  },
  {
    title: 'of 50 callers with one idempotency key exactly one inserts the operation',
    async run(context) {
      const answers = await crowd(context, ({ operations }, caller) =>
        operations.insert(sampleOperation({ id: `op_${caller}` })),
      );
      assert.equal(countYes(answers), 1);
      const latest = await context.storage.operations.latest('acme', 'buy-number', 'order-1');
      assert.equal(latest?.id, `op_${answers.indexOf(true)}`);
    },
  },
  {
    title: 'of 50 callers with one key and different attempts exactly one inserts a live operation',
    async run(context) {
      const answers = await crowd(context, ({ operations }, caller) =>
        operations.insert(sampleOperation({ id: `op_${caller}`, attempt: (caller % 5) + 1 })),
      );
      assert.equal(countYes(answers), 1);
    },
  },
  {
    title:
      'an idempotency key belongs to its tenant; once its operation is refused, another attempt may follow',
    async run({ storage: { operations } }) {
      const refused = { state: 'refused' } as const;
      assert.equal(await operations.insert(sampleOperation({ id: 'op_1' })), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_2', tenantId: 'beta' })), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_3', idempotencyKey: 'order-2' })), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_4', attempt: 3 })), false);
      assert.equal(await operations.move('op_1', ['intended'], refused, moment(1)), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_4', attempt: 3 })), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_5', attempt: 2 })), false);
      assert.equal((await operations.latest('acme', 'buy-number', 'order-1'))?.id, 'op_4');
      assert.equal((await operations.latest('beta', 'buy-number', 'order-1'))?.id, 'op_2');
      assert.equal(await operations.latest('acme', 'buy-number', 'order-3'), undefined);
    },
  },
  {
    title: 'an operation moves only from the states that were expected',
    async run({ storage: { operations } }) {
      await operations.insert(sampleOperation());
      assert.equal(await operations.move('op_sample', ['unknown'], { state: 'done' }, moment(5)), false);
      assert.equal(await operations.move('op_sample', [], { state: 'done' }, moment(5)), false);
      const change = { state: 'unknown', calls: 1, leaseUntil: moment(90), failure: 'timeout' } as const;
      assert.equal(await operations.move('op_sample', ['intended', 'unknown'], change, moment(6)), true);
      assert.deepEqual(
        await operations.get('op_sample'),
        sampleOperation({ ...change, updatedAt: moment(6) }),
      );
      await operations.move('op_sample', ['unknown'], { failure: null }, moment(7));
      assert.equal((await operations.get('op_sample'))?.failure, null);
    },
  },
  {
    title: 'of 50 callers that settle one operation exactly one gets true',
    async run(context) {
      await context.storage.operations.insert(sampleOperation());
      const answers = await crowd(context, ({ operations }, caller) =>
        operations.move(
          'op_sample',
          ['intended', 'unknown'],
          { state: caller % 2 === 0 ? 'done' : 'refused' },
          moment(),
        ),
      );
      assert.equal(countYes(answers), 1);
      const settled = await context.storage.operations.get('op_sample');
      assert.equal(settled?.state, answers.indexOf(true) % 2 === 0 ? 'done' : 'refused');
    },
  },
  {
    title: 'due operations are leased oldest first, and only as many as asked for',
    async run({ storage: { operations } }) {
      const rows = [
        { id: 'op_1', leaseUntil: moment(30) },
        { id: 'op_2', leaseUntil: moment(10), state: 'unknown' },
        { id: 'op_3', leaseUntil: moment(20) },
        { id: 'op_done', leaseUntil: moment(1), state: 'done' },
        { id: 'op_refused', leaseUntil: moment(1), state: 'refused' },
        { id: 'op_leased', leaseUntil: moment(200) },
      ] as const;
      for (const row of rows) await operations.insert(sampleOperation({ ...row, idempotencyKey: row.id }));
      const first = await operations.claimDue(moment(100), moment(500), 2);
      assert.deepEqual(first.map((operation) => operation.id).sort(), ['op_2', 'op_3']);
      assert.ok(first.every((operation) => operation.leaseUntil.getTime() === moment(500).getTime()));
      assert.deepEqual(first[0]?.alternatives, sampleOperation().alternatives);
      const second = await operations.claimDue(moment(100), moment(500), 10);
      assert.deepEqual(
        second.map((operation) => operation.id),
        ['op_1'],
      );
      assert.deepEqual(await operations.claimDue(moment(100), moment(500), 10), []);
    },
  },
  {
    title: 'of 50 sweeps each due operation goes to exactly one',
    async run(context) {
      const due = Array.from({ length: CROWD }, (_, place) => `op_${String(place).padStart(2, '0')}`);
      for (const id of due) {
        const leaseUntil = moment();
        await context.storage.operations.insert(sampleOperation({ id, idempotencyKey: id, leaseUntil }));
      }
      const claims = await crowd(context, ({ operations }) =>
        operations.claimDue(moment(1), moment(60_000), 3),
      );
      assert.ok(claims.every((claim) => claim.length <= 3));
      // A sweep may come away empty-handed while others hold the locks; the next one finds what is left.
      const rest = await context.storage.operations.claimDue(moment(1), moment(60_000), CROWD);
      const claimed = [...claims.flat(), ...rest].map((operation) => operation.id);
      assert.deepEqual(claimed.sort(), due);
    },
  },
];
