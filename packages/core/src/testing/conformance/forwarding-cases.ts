import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { spellings } from './encryption-cases.ts';
import { sampleForwarding, sampleForwardingTest } from './forwarding-records.ts';
import { moment, sampleNumber, sampleTenant } from './sample-records.ts';

const LINE = '+15105550166';
const PHONE_NUMBER = '+14155550142';

export const forwardingCases: readonly CaseBody[] = [
  {
    title: 'a forwarding comes back as it was written, by its id and by its tenant and line',
    async run({ storage: { forwardings } }) {
      assert.equal(await forwardings.insert(sampleForwarding()), true);
      assert.deepEqual(await forwardings.get('fwd_sample'), sampleForwarding());
      assert.deepEqual(await forwardings.findLive('acme', LINE), sampleForwarding());
      assert.equal(await forwardings.findLive('beta', LINE), undefined);
      assert.equal(await forwardings.findLive('acme', '+15105550167'), undefined);
      const change = {
        numberAttempt: 2,
        carrierId: null,
        lineKind: 'landline',
        condition: 'all',
        alternative: 1,
        code: '*72{number}',
        earlierWays: [{ carrierId: null, lineKind: 'mobile', condition: 'unanswered', code: '*71{number}' }],
        status: 'broken',
        verifiedAt: moment(10),
        doubtedAt: moment(15),
        cancelledAt: moment(16),
        brokenAt: moment(20),
        brokenCause: 'turned-off',
        checkAt: moment(30),
        checks: 3,
      } as const;
      await forwardings.change('fwd_sample', change, moment(40));
      assert.deepEqual(
        await forwardings.get('fwd_sample'),
        sampleForwarding({ ...change, updatedAt: moment(40) }),
      );
    },
  },
  {
    title: 'of 50 callers that start one line exactly one does, and again once it is off',
    async run(context) {
      const { forwardings } = context.storage;
      const answers = await crowd(context, (storage, caller) =>
        storage.forwardings.insert(sampleForwarding({ id: `fwd_${caller}` })),
      );
      assert.equal(countYes(answers), 1);
      assert.equal(await forwardings.insert(sampleForwarding({ id: 'fwd_beta', tenantId: 'beta' })), true);
      await forwardings.change(`fwd_${answers.indexOf(true)}`, { status: 'off' }, moment());
      assert.equal(await forwardings.findLive('acme', LINE), undefined);
      assert.equal(await forwardings.insert(sampleForwarding({ id: 'fwd_new' })), true);
      assert.deepEqual(
        (await forwardings.listByTenant('acme')).map(({ id }) => id),
        ['fwd_new'],
      );
    },
  },
  {
    title: 'of 50 forwardings that want one number exactly one gets it',
    async run(context) {
      const { storage } = context;
      await storage.numbers.insert(sampleNumber());
      for (let line = 0; line < 50; line += 1) {
        const existingLine = `+15105551${String(line).padStart(3, '0')}`;
        await storage.forwardings.insert(sampleForwarding({ id: `fwd_${line}`, existingLine }));
      }
      const answers = await crowd(context, ({ transaction }, caller) =>
        transaction(({ forwardings }) => forwardings.assign(`fwd_${caller}`, 'num_sample', 'acme', moment())),
      );
      assert.equal(countYes(answers), 1);
      const winner = `fwd_${answers.indexOf(true)}`;
      assert.equal((await storage.forwardings.findByNumber('num_sample'))?.id, winner);
      await storage.transaction(({ forwardings }) => forwardings.follow('num_sample', 'num_again', moment()));
      assert.equal((await storage.forwardings.findByNumber('num_again'))?.id, winner);
      await storage.transaction(({ forwardings }) => forwardings.follow('num_again', 'num_sample', moment()));
      assert.equal(await storage.forwardings.unassign(winner, 'num_other', moment()), false);
      assert.equal(await storage.forwardings.unassign(winner, 'num_sample', moment()), true);
      assert.equal(await storage.forwardings.findByNumber('num_sample'), undefined);
    },
  },
  {
    title: 'a forwarding gets no number of another tenant, and none that takes no calls',
    async run({ storage }) {
      const { forwardings, numbers, transaction } = storage;
      await numbers.insert(sampleNumber({ tenantId: 'beta' }));
      await numbers.insert(
        sampleNumber({ id: 'num_resting', phoneNumber: '+14155550143', state: 'resting' }),
      );
      await forwardings.insert(sampleForwarding());
      for (const numberId of ['num_sample', 'num_resting', 'num_none']) {
        const assign = transaction((stores) =>
          stores.forwardings.assign('fwd_sample', numberId, 'acme', moment()),
        );
        assert.equal(await assign, false, numberId);
      }
    },
  },
  {
    title: 'a forwarding that is locked is changed by one transaction after the other',
    async run(context) {
      await context.storage.forwardings.insert(sampleForwarding());
      await crowd(context, ({ transaction }) =>
        transaction(async ({ forwardings }) => {
          const forwarding = await forwardings.lock('fwd_sample');
          await forwardings.change('fwd_sample', { checks: (forwarding?.checks ?? 0) + 1 }, moment());
        }),
      );
      assert.equal((await context.storage.forwardings.get('fwd_sample'))?.checks, 50);
    },
  },
  {
    title: 'of 50 callers that watch each due forwarding goes to exactly one',
    async run(context) {
      const { forwardings } = context.storage;
      const due = [5, 1, 3, null, 99];
      for (const [index, at] of due.entries()) {
        const checkAt = at === null ? null : moment(at);
        const existingLine = `+1510555020${index}`;
        await forwardings.insert(sampleForwarding({ id: `fwd_${index}`, existingLine, checkAt }));
      }
      await forwardings.change('fwd_2', { status: 'off' }, moment());
      const claims = await crowd(context, (storage) =>
        storage.forwardings.claimDue(moment(50), moment(500), 1),
      );
      // One may come away empty-handed while others hold the locks; the next one finds what is left.
      const rest = await forwardings.claimDue(moment(50), moment(500), 9);
      assert.deepEqual([...claims.flat(), ...rest].map(({ id }) => id).sort(), ['fwd_0', 'fwd_1']);
      assert.deepEqual((await forwardings.get('fwd_0'))?.checkAt, moment(500));
    },
  },
  {
    title: 'the route of a number is attended for as long as was asked for, and never for shorter',
    async run({ storage }) {
      const { forwardings, numbers, routes, tenants } = storage;
      await tenants.put(sampleTenant());
      await numbers.insert(sampleNumber());
      const attended = async (now?: Date) => (await routes.lookup(PHONE_NUMBER, now))?.attended;
      assert.equal(await attended(moment()), undefined);
      assert.equal(await forwardings.attendedUntil('num_sample'), null);
      await forwardings.attend('num_sample', moment(100));
      await forwardings.attend('num_sample', moment(50));
      assert.deepEqual(await forwardings.attendedUntil('num_sample'), moment(100));
      assert.equal(await attended(moment(99)), true);
      assert.equal(await attended(moment(100)), undefined);
      assert.equal(await attended(), undefined);
      assert.equal((await routes.lookup(PHONE_NUMBER, moment()))?.recoveryPhone, '+14155550199');
    },
  },
  {
    title: 'nothing in the database shows an existing line or a verifier',
    async run({ storage, dump }) {
      await storage.forwardings.insert(sampleForwarding({ existingLine: '+14155550166' }));
      await storage.forwardingTests.insert(
        sampleForwardingTest({ existingLine: '+14155550166', verifier: '+14155550155' }),
      );
      const everything = await dump();
      assert.ok(everything.includes('fwt_sample'), 'the dump shows the rows');
      for (const secret of ['66', '55'].flatMap(spellings)) {
        assert.ok(!everything.includes(secret), `the database shows ${secret}`);
      }
    },
  },
];
