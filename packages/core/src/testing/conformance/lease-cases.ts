import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { moment } from './sample-records.ts';

export const leaseCases: readonly CaseBody[] = [
  {
    title: 'of 50 callers that want one lease exactly one gets it',
    async run(context) {
      const answers = await crowd(context, ({ leases }, caller) =>
        leases.take('sweep', `run_${caller}`, moment(), moment(100)),
      );
      assert.equal(countYes(answers), 1);
    },
  },
  {
    title: 'a lease is renewed by its holder, and free for others when it has run out or was given back',
    async run({ storage: { leases } }) {
      assert.equal(await leases.take('sweep', 'a', moment(), moment(100)), true);
      assert.equal(await leases.take('sweep', 'a', moment(50), moment(150)), true);
      assert.equal(await leases.take('sweep', 'b', moment(149), moment(300)), false);
      assert.equal(await leases.take('other', 'b', moment(149), moment(300)), true);
      assert.equal(await leases.take('sweep', 'b', moment(150), moment(300)), true);
      await leases.release('sweep', 'a');
      assert.equal(await leases.take('sweep', 'a', moment(160), moment(400)), false);
      await leases.release('sweep', 'b');
      assert.equal(await leases.take('sweep', 'a', moment(160), moment(400)), true);
    },
  },
];
