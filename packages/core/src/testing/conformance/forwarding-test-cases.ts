import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { sampleForwardingTest as sample } from './forwarding-records.ts';
import { moment } from './sample-records.ts';

export const forwardingTestCases: readonly CaseBody[] = [
  {
    title: 'a test comes back as it was written, and as it was changed',
    async run({ storage: { forwardingTests: tests } }) {
      assert.equal(await tests.insert(sample()), true);
      assert.deepEqual(await tests.get('fwt_sample'), sample());
      assert.deepEqual(await tests.findOpenByLine('+15105550166'), sample());
      assert.deepEqual(await tests.findOpenByNumber('num_sample'), sample());
      const change = {
        callSid: 'CA1',
        callStatus: 'completed',
        answeredBy: 'machine',
        callSeconds: 12,
        refusal: '13227',
        sipCode: 482,
        ringingAt: moment(8),
        answeredAt: moment(9),
        overAt: moment(10),
        leaseUntil: moment(20),
        lookAt: moment(21),
        stage: 'ringing',
      } as const;
      assert.equal(await tests.change('fwt_sample', ['queued'], change), true);
      assert.equal(await tests.change('fwt_sample', ['queued', 'calling'], { sipCode: 1 }), false);
      assert.deepEqual(await tests.findByCall('CA1'), sample(change));
      assert.equal(await tests.findByCall('CA2'), undefined);
    },
  },
  {
    title: 'of 50 callers that test one line, or one number, exactly one does, and again once it is done',
    async run(context) {
      const { forwardingTests: tests } = context.storage;
      const answers = await crowd(context, ({ forwardingTests }, caller) =>
        // Some want the same line, some the same number, and some both.
        forwardingTests.insert(
          sample({
            id: `fwt_${caller}`,
            ...(caller % 3 === 1 && { numberId: `num_${caller}` }),
          }),
        ),
      );
      assert.equal(countYes(answers), 1);
      const open = `fwt_${answers.indexOf(true)}`;
      assert.equal(
        await tests.insert(sample({ id: 'fwt_other', existingLine: '+15105550167', numberId: 'num_2' })),
        true,
      );
      const done = { stage: 'done', outcome: 'verified', remedy: null, endedAt: moment(5) } as const;
      assert.equal(await tests.change(open, ['queued'], done), true);
      assert.equal(await tests.change(open, ['queued'], done), false);
      assert.equal(await tests.findOpenByLine('+15105550166'), undefined);
      assert.equal(await tests.insert(sample({ id: 'fwt_again', createdAt: moment(7) })), true);
      const listed = await tests.listByForwarding('fwd_sample', 2);
      assert.deepEqual([listed[0]?.id, listed.length], ['fwt_again', 2]);
    },
  },
  {
    title: 'a number with an open test takes no other line’s test',
    async run({ storage: { forwardingTests: tests } }) {
      assert.equal(await tests.insert(sample()), true);
      const other = sample({ id: 'fwt_2', forwardingId: 'fwd_2', existingLine: '+15105550167' });
      assert.equal(await tests.insert(other), false);
      await tests.change('fwt_sample', ['queued'], { stage: 'done' });
      assert.equal(await tests.insert(other), true);
    },
  },
  {
    title: 'turns are a second apart, whoever takes them, and one that was rolled back was not taken',
    async run(context) {
      const turns = await crowd(context, ({ transaction }) =>
        transaction(({ forwardingTests }) => forwardingTests.takeTurn(moment())),
      );
      const sorted = turns.map((turn) => turn.getTime()).sort((a, b) => a - b);
      assert.deepEqual(
        sorted,
        sorted.map((_, index) => moment(index * 1_000).getTime()),
      );
      const { transaction } = context.storage;
      await assert.rejects(
        transaction(async ({ forwardingTests }) => {
          await forwardingTests.takeTurn(moment());
          throw new Error('given up');
        }),
      );
      const take = (now: number) =>
        transaction(({ forwardingTests }) => forwardingTests.takeTurn(moment(now)));
      assert.deepEqual(await take(0), moment(50_000));
      assert.deepEqual(await take(100_000), moment(100_000));
    },
  },
  {
    title: 'of 50 callers that want to drive a test exactly one does, until its lease ends',
    async run(context) {
      const { forwardingTests: tests } = context.storage;
      await tests.insert(sample());
      const answers = await crowd(context, ({ forwardingTests }) =>
        forwardingTests.lease('fwt_sample', moment(), moment(100)),
      );
      assert.equal(countYes(answers.map((answer) => answer !== undefined)), 1);
      assert.equal(await tests.lease('fwt_sample', moment(99), moment(300)), undefined);
      assert.deepEqual((await tests.lease('fwt_sample', moment(100), moment(300)))?.leaseUntil, moment(300));
      await tests.change('fwt_sample', ['queued'], { stage: 'done' });
      assert.equal(await tests.lease('fwt_sample', moment(400), moment(500)), undefined);
    },
  },
  {
    title: 'due tests are those whose turn has come and that nobody drives, oldest first',
    async run({ storage: { forwardingTests: tests } }) {
      for (const [index, [placedAt, leaseUntil]] of [
        [20, 0],
        [10, 0],
        [10, 60],
        [90, 0],
      ].entries()) {
        await tests.insert(
          sample({
            id: `fwt_${index}`,
            existingLine: `+1510555020${index}`,
            numberId: `num_${index}`,
            placedAt: moment(placedAt),
            leaseUntil: moment(leaseUntil),
          }),
        );
      }
      const due = async (limit: number) => (await tests.listDue(moment(50), limit)).map(({ id }) => id);
      assert.deepEqual(await due(9), ['fwt_1', 'fwt_0']);
      assert.deepEqual(await due(1), ['fwt_1']);
    },
  },
  {
    title: 'each call that comes in is noted once, however often and by whomever it is told',
    async run(context) {
      const { forwardingTests: tests } = context.storage;
      await tests.insert(sample());
      const first = { callSid: 'CA8', from: 'verifier', at: moment(1) } as const;
      await tests.noteLeg('fwt_sample', first);
      await tests.noteLeg('fwt_other', first);
      await crowd(context, ({ transaction }, caller) =>
        transaction(async (stores) => {
          await stores.forwardingTests.lock('fwt_sample');
          const leg = { callSid: `CA${caller % 10}`, from: 'line', at: moment(2) } as const;
          await stores.forwardingTests.noteLeg('fwt_sample', leg);
        }),
      );
      const legs = await tests.legs('fwt_sample');
      assert.deepEqual(legs[0], first);
      assert.deepEqual(legs[1], { callSid: 'CA0', from: 'line', at: moment(2) });
      assert.equal(legs.length, 10);
    },
  },
  {
    title: 'the tally counts each forwarding once for each code: proved when one test came back, else failed',
    async run({ storage: { forwardingTests: tests } }) {
      const outcomes = [
        ['fwd_1', '*71', 'not-forwarded'],
        ['fwd_1', '*71', 'verified'],
        ['fwd_1', '*71', 'voicemail-answered'],
        ['fwd_2', '*71', 'voicemail-answered'],
        ['fwd_2', '*71', 'not-forwarded'],
        ['fwd_2', '**004*', 'verified'],
        ['fwd_3', '*71', 'busy'],
      ] as const;
      for (const [index, [forwardingId, code, outcome]] of outcomes.entries()) {
        const id = `fwt_${index}`;
        await tests.insert(sample({ id, forwardingId, code, outcome, stage: 'done' }));
      }
      await tests.insert(
        sample({ id: 'fwt_off', forwardingId: 'fwd_4', purpose: 'off', outcome: 'off', stage: 'done' }),
      );
      const group = { carrierId: 'us-verizon', lineKind: 'mobile', condition: 'unanswered' };
      assert.deepEqual(await tests.tally(), [
        { ...group, code: '**004*', verified: 1, failed: 0 },
        { ...group, code: '*71', verified: 1, failed: 1 },
      ]);
    },
  },
];
