import assert from 'node:assert/strict';
import type { CallRecord } from '../../calls/index.ts';
import type { CaseBody } from './conformance-case.ts';
import { CROWD, countYes, crowd } from './crowd.ts';
import { spellings } from './encryption-cases.ts';
import { moment, sampleCall } from './sample-records.ts';

const sids = (calls: readonly CallRecord[]) => calls.map(({ callSid }) => callSid);

export const callCases: readonly CaseBody[] = [
  {
    title: 'a call comes back as it was written, and as it was replaced',
    async run({ storage: { calls } }) {
      const bare = sampleCall({
        callSid: 'CA2',
        tenantId: null,
        direction: 'outbound',
        outcome: 'open',
        answered: false,
        startedAt: null,
        endedAt: null,
        seconds: null,
        billedMinutes: null,
        price: null,
        otherParty: null,
      });
      for (const call of [sampleCall(), bare]) {
        assert.equal(await calls.insert(call), true);
        assert.deepEqual(await calls.get(call.callSid), call);
        assert.deepEqual(await calls.lock(call.callSid), call);
      }
      assert.equal(await calls.insert(sampleCall({ seconds: 5 })), false);
      await calls.replace({ ...sampleCall(), callSid: 'CA2' });
      assert.deepEqual(await calls.get('CA2'), sampleCall({ callSid: 'CA2' }));
      assert.equal(await calls.get('CA3'), undefined);
    },
  },
  {
    title: 'of 50 reports that are joined into one call none is lost',
    async run(context) {
      await crowd(context, (storage, caller) =>
        storage.transaction(async ({ calls }) => {
          const call = sampleCall({ seconds: 1 });
          const known =
            (await calls.lock('CA1')) ?? ((await calls.insert(call)) ? undefined : await calls.lock('CA1'));
          if (known) await calls.replace({ ...known, seconds: (known.seconds ?? 0) + 1 });
          return caller;
        }),
      );
      assert.equal((await context.storage.calls.get('CA1'))?.seconds, CROWD);
    },
  },
  {
    title: 'of 50 callers exactly one hears that a number has proved itself, once for each tenant',
    async run(context) {
      const proof = { numberId: 'num_sample', tenantId: 'acme', callSid: 'CA1', at: moment() };
      const answers = await crowd(context, ({ calls }) => calls.noteProven(proof));
      assert.equal(countYes(answers), 1);
      assert.equal(await context.storage.calls.noteProven({ ...proof, tenantId: 'beta' }), true);
      assert.equal(await context.storage.calls.noteProven({ ...proof, callSid: 'CA2' }), false);
    },
  },
  {
    title: 'calls are read newest first, by tenant, number and time, and in pages',
    async run({ storage: { calls } }) {
      const rows = [
        { callSid: 'CA1', startedAt: moment(1) },
        { callSid: 'CA2', startedAt: moment(3) },
        { callSid: 'CA3', startedAt: moment(3), numberId: 'num_2' },
        { callSid: 'CA4', startedAt: null, recordedAt: moment(2), tenantId: 'beta' },
      ];
      for (const row of rows) await calls.insert(sampleCall(row));
      const read = async (query: Partial<Parameters<typeof calls.list>[0]>) =>
        sids(await calls.list({ limit: 10, ...query }));
      assert.deepEqual(await read({}), ['CA3', 'CA2', 'CA4', 'CA1']);
      assert.deepEqual(await read({ tenantId: 'acme' }), ['CA3', 'CA2', 'CA1']);
      assert.deepEqual(await read({ numberId: 'num_2' }), ['CA3']);
      assert.deepEqual(await read({ since: moment(2), until: moment(3) }), ['CA4']);
      assert.deepEqual(await read({ limit: 1 }), ['CA3']);
      assert.deepEqual(await read({ limit: 2, before: 'CA3' }), ['CA2', 'CA4']);
      assert.deepEqual(await read({ before: 'CA1' }), []);
    },
  },
  {
    title: 'usage is summed up by tenant and month, and money by currency',
    async run({ storage: { calls } }) {
      const october = new Date('2026-10-31T23:59:59.999Z');
      const rows: Partial<CallRecord>[] = [
        {},
        { seconds: 1, billedMinutes: 1, price: { amountMicros: 8_500, currency: 'USD' } },
        { price: { amountMicros: 7_000, currency: 'EUR' } },
        { price: null, answered: false, outcome: 'busy', seconds: 0, billedMinutes: 0 },
        { startedAt: october, price: null },
        { tenantId: 'beta' },
        { tenantId: null },
      ];
      for (const [place, row] of rows.entries())
        await calls.insert(sampleCall({ callSid: `CA${place}`, ...row }));
      const acme = {
        tenantId: 'acme',
        month: '2026-11',
        calls: 4,
        answered: 3,
        seconds: 123,
        billedMinutes: 5,
        unpriced: 1,
        price: [
          { amountMicros: 7_000, currency: 'EUR' },
          { amountMicros: 25_500, currency: 'USD' },
        ],
      };
      assert.deepEqual(await calls.usage({ tenantId: 'acme', from: '2026-11' }), [acme]);
      const all = await calls.usage({ from: '2026-10', to: '2026-11' });
      assert.deepEqual(
        all.map(({ tenantId, month }) => [tenantId, month]),
        [
          [null, '2026-11'],
          ['acme', '2026-10'],
          ['acme', '2026-11'],
          ['beta', '2026-11'],
        ],
      );
      assert.deepEqual(await calls.usage({ from: '2026-12' }), []);
    },
  },
  {
    title: 'the other party of a call is sealed',
    async run({ storage: { calls }, dump }) {
      await calls.insert(sampleCall());
      const everything = await dump();
      assert.ok(everything.includes('CA1'), 'the dump shows the row');
      for (const secret of spellings('88')) assert.ok(!everything.includes(secret), `shows ${secret}`);
    },
  },
];
