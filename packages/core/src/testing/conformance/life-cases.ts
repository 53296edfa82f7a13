import assert from 'node:assert/strict';
import type { NumberRecord } from '../../numbers/index.ts';
import type { CaseBody, CaseContext } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { moment, sampleNumber, sampleOperation } from './sample-records.ts';

const MARK = 'new-settings';
const LIVING = ['pooled', 'assigned', 'resting'] as const;

function estate(change: (index: number) => Partial<NumberRecord> = () => ({})): NumberRecord[] {
  return Array.from({ length: 12 }, (_, index) =>
    sampleNumber({
      id: `num_${String(index).padStart(2, '0')}`,
      phoneNumber: `+1415555${2000 + index}`,
      carrierSid: `PN${index}`,
      state: LIVING[index % LIVING.length] ?? 'assigned',
      ...change(index),
    }),
  );
}

async function insertAll({ storage }: CaseContext, rows: readonly NumberRecord[]): Promise<void> {
  for (const row of rows) await storage.numbers.insert(row);
}

const ids = (numbers: readonly NumberRecord[]) => numbers.map(({ id }) => id);

export const lifeCases: readonly CaseBody[] = [
  {
    title: 'what is noted for the life of a number comes back as it was written, and is cleared by null',
    async run({ storage: { numbers } }) {
      await numbers.insert(sampleNumber());
      const change = {
        reclaimAt: moment(10),
        reclaimWarned: 7,
        restUntil: moment(20),
        dueAt: moment(30),
        settingsMark: MARK,
      };
      assert.equal(await numbers.move('num_sample', 'assigned', 'assigned', change, moment(1)), true);
      assert.deepEqual(await numbers.get('num_sample'), sampleNumber(change));
      const none = { reclaimAt: null, reclaimWarned: null, restUntil: null, dueAt: null, settingsMark: null };
      await numbers.move('num_sample', 'assigned', 'assigned', none, moment(1));
      assert.deepEqual(await numbers.get('num_sample'), sampleNumber());
    },
  },
  {
    title: 'a move that expects more than a state happens only when all of it is so',
    async run({ storage: { numbers } }) {
      const seen = { tenantId: 'acme', reclaimAt: moment(10), reclaimWarned: 7, restUntil: null };
      await numbers.insert(sampleNumber(seen));
      const move = (change: object) =>
        numbers.move('num_sample', { state: 'assigned', ...seen, ...change }, 'assigned', {}, moment());
      const others = [
        { state: 'pooled' as const },
        { tenantId: 'beta' },
        { tenantId: null },
        { reclaimAt: moment(11) },
        { reclaimAt: null },
        { reclaimWarned: 6 },
        { reclaimWarned: null },
        { restUntil: moment(10) },
      ];
      for (const other of others) assert.equal(await move(other), false, JSON.stringify(other));
      assert.equal(await move({}), true);
    },
  },
  {
    title: 'of 50 callers that take a number from one owner exactly one gets it',
    async run(context) {
      await context.storage.numbers.insert(sampleNumber());
      const answers = await crowd(context, ({ numbers }, caller) =>
        numbers.move(
          'num_sample',
          { state: 'assigned', tenantId: 'acme' },
          'assigned',
          { tenantId: `tenant-${caller}` },
          moment(),
        ),
      );
      assert.equal(countYes(answers), 1);
      const number = await context.storage.numbers.get('num_sample');
      assert.equal(number?.tenantId, `tenant-${answers.indexOf(true)}`);
    },
  },
  {
    title: 'due numbers are listed longest overdue first, and only as many as asked for',
    async run(context) {
      const due = [5, 1, 3, null, 99];
      await insertAll(
        context,
        estate((index) => ({ dueAt: due[index] == null ? null : moment(due[index]) })),
      );
      const { numbers } = context.storage;
      assert.deepEqual(ids(await numbers.listDue(moment(50), 10)), ['num_01', 'num_02', 'num_00']);
      assert.deepEqual(ids(await numbers.listDue(moment(50), 2)), ['num_01', 'num_02']);
      assert.deepEqual(ids(await numbers.listDue(moment(1), 9)), ['num_01']);
      assert.deepEqual(await numbers.listDue(moment(0), 9), []);
    },
  },
  {
    title: 'numbers to be pointed are those at the carrier without the mark, leased until they are done',
    async run(context) {
      const other: Partial<NumberRecord>[] = [
        { settingsMark: MARK },
        { settingsMark: 'old-settings' },
        { carrierSid: null },
        { state: 'releasing' },
        { state: 'buying' },
      ];
      await insertAll(context, estate((index) => other[index] ?? {}).slice(0, 7));
      const { numbers } = context.storage;
      assert.deepEqual(await numbers.countPointed(MARK), { pointed: 1, left: 3 });
      const claim = (now: number) => numbers.claimUnpointed(MARK, moment(now), moment(now + 100), 2);
      assert.deepEqual(ids(await claim(0)), ['num_01', 'num_05']);
      assert.deepEqual(ids(await claim(1)), ['num_06']);
      assert.deepEqual(await claim(2), []);
      await numbers.notePointed('num_05', MARK, moment(3));
      assert.equal((await numbers.get('num_05'))?.settingsMark, MARK);
      assert.deepEqual(await numbers.countPointed(MARK), { pointed: 2, left: 2 });
      assert.deepEqual(ids(await claim(101)), ['num_01', 'num_06']);
    },
  },
  {
    title: 'of 50 callers that point the estate each number goes to exactly one',
    async run(context) {
      await insertAll(context, estate());
      const claims = await crowd(context, ({ numbers }) =>
        numbers.claimUnpointed(MARK, moment(), moment(60_000), 2),
      );
      assert.ok(claims.every((claim) => claim.length <= 2));
      // One may come away empty-handed while others hold the locks; the next one finds what is left.
      const rest = await context.storage.numbers.claimUnpointed(MARK, moment(), moment(60_000), 50);
      assert.deepEqual(ids([...claims.flat(), ...rest]).sort(), ids(estate()));
    },
  },
  {
    title: 'operations without a tenant share one space of keys, apart from every tenant’s',
    async run({ storage: { operations } }) {
      const pool = { tenantId: null, idempotencyKey: 'fill' };
      assert.equal(await operations.insert(sampleOperation({ id: 'op_1', ...pool })), true);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_2', ...pool })), false);
      assert.equal(await operations.insert(sampleOperation({ id: 'op_3', ...pool, tenantId: 'acme' })), true);
      assert.equal((await operations.latest(null, 'buy-number', 'fill'))?.id, 'op_1');
      assert.equal((await operations.get('op_1'))?.tenantId, null);
    },
  },
  {
    title: 'the operations of a number are told apart by their kind',
    async run({ storage: { operations } }) {
      await operations.insert(sampleOperation({ id: 'op_1' }));
      await operations.insert(
        sampleOperation({ id: 'op_2', kind: 'release-number', createdAt: moment(100) }),
      );
      assert.equal((await operations.ofNumber('num_sample'))?.id, 'op_1');
      assert.equal((await operations.ofNumber('num_sample', 'release-number'))?.id, 'op_2');
      assert.equal((await operations.latest('acme', 'release-number', 'order-1'))?.id, 'op_2');
    },
  },
];
