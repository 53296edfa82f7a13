import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';

const counter = { key: 'purchases:tenant:acme', window: '2026-11-22' };

export const limitCases: readonly CaseBody[] = [
  {
    title: 'a limit lets through exactly what fits',
    async run({ storage: { limits } }) {
      assert.equal(await limits.used(counter), 0);
      assert.equal(await limits.take(counter, 4, 3), false);
      assert.equal(await limits.used(counter), 0);
      assert.equal(await limits.take(counter, 2, 3), true);
      assert.equal(await limits.take(counter, 2, 3), false);
      assert.equal(await limits.take(counter, 1, 3), true);
      assert.equal(await limits.used(counter), 3);
      assert.equal(await limits.take(counter, 1, 10), true);
    },
  },
  {
    title: 'counters of another key or window are counted apart',
    async run({ storage: { limits } }) {
      assert.equal(await limits.take(counter, 1, 1), true);
      assert.equal(await limits.take({ ...counter, window: '2026-11-23' }, 1, 1), true);
      assert.equal(await limits.take({ ...counter, key: 'purchases:tenant:beta' }, 1, 1), true);
      assert.equal(await limits.used(counter), 1);
    },
  },
  {
    title: 'what is given back can be taken again, and a counter never falls below zero',
    async run({ storage: { limits } }) {
      await limits.take(counter, 3, 3);
      await limits.giveBack(counter, 2);
      assert.equal(await limits.used(counter), 1);
      await limits.giveBack(counter, 5);
      assert.equal(await limits.used(counter), 0);
      await limits.giveBack({ ...counter, key: 'never:used' }, 5);
      assert.equal(await limits.used({ ...counter, key: 'never:used' }), 0);
    },
  },
  {
    title: 'sums of money beyond 32 bits are counted exactly',
    async run({ storage: { limits } }) {
      const spend = { key: 'spend:all', window: '2026-11-22' };
      assert.equal(await limits.take(spend, 5_000_000_000_001, 9_000_000_000_000), true);
      assert.equal(await limits.take(spend, 4_000_000_000_000, 9_000_000_000_000), false);
      assert.equal(await limits.used(spend), 5_000_000_000_001);
    },
  },
  {
    title: 'of 50 callers that take from one counter only as many succeed as fit',
    async run(context) {
      const answers = await crowd(context, ({ limits }) => limits.take(counter, 3, 22));
      assert.equal(countYes(answers), 7);
      assert.equal(await context.storage.limits.used(counter), 21);
    },
  },
];
