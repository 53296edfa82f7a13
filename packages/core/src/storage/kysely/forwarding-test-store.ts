import type { ForwardingLeg, ForwardingTestStore } from '../../forwarding/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { readTime, writeTime } from './column-values.ts';
import { tallyCodes } from './forwarding-tally.ts';
import { readTest, writeTest, writeTestChange } from './forwarding-test-row.ts';
import { phoneNumberIndex } from './number-store.ts';
import type { Connections, ForwardingTestsTable } from './schema.ts';

const TURN = 'forwarding-tests';
const BETWEEN_TURNS = 1_000;

export function createForwardingTestStore(connections: Connections, vault: Vault): ForwardingTestStore {
  const { engine, reads, writes } = connections;
  const toTest = (row: ForwardingTestsTable) => readTest(row, vault);
  return {
    ...createTestReads(connections, vault),
    takeTurn: (now) => takeTurn(connections, now),
    async insert(test) {
      const inserted = await writes
        .insertInto('numberkit_forwarding_tests')
        .values(writeTest(test, vault))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async lease(testId, now, leaseUntil) {
      const row = await writes
        .updateTable('numberkit_forwarding_tests')
        .set({ lease_until: writeTime(leaseUntil) })
        .where('id', '=', testId)
        .where('stage', '<>', 'done')
        .where('lease_until', '<=', writeTime(now))
        .returningAll()
        .executeTakeFirst();
      return row && toTest(row);
    },
    async lock(testId) {
      const row = await writes
        .selectFrom('numberkit_forwarding_tests')
        .selectAll()
        .where('id', '=', testId)
        .$if(engine === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      return row && toTest(row);
    },
    async change(testId, from, change) {
      if (from.length === 0) return false;
      const changed = await writes
        .updateTable('numberkit_forwarding_tests')
        .set(writeTestChange(change))
        .where('id', '=', testId)
        .where('stage', 'in', [...from])
        .returning('id')
        .executeTakeFirst();
      return changed !== undefined;
    },
    ...createLegVerbs(connections),
    tally: () => tallyCodes(reads),
  };
}

function createLegVerbs({ reads, writes }: Connections): Pick<ForwardingTestStore, 'noteLeg' | 'legs'> {
  return {
    async noteLeg(testId, { callSid, from, at }) {
      await writes
        .insertInto('numberkit_forwarding_legs')
        .values({ test_id: testId, call_sid: callSid, caller: from, at: writeTime(at) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async legs(testId) {
      const rows = await reads
        .selectFrom('numberkit_forwarding_legs')
        .selectAll()
        .where('test_id', '=', testId)
        .orderBy('at')
        .orderBy('call_sid')
        .execute();
      // The caller was written from the same union by noteLeg.
      return rows.map(({ call_sid: callSid, caller, at }) => ({
        callSid,
        from: caller as ForwardingLeg['from'],
        at: readTime(at),
      }));
    },
  };
}

type TestReads = Pick<
  ForwardingTestStore,
  'get' | 'findOpenByLine' | 'findOpenByNumber' | 'findByCall' | 'listByForwarding' | 'listDue'
>;

function createTestReads({ reads }: Connections, vault: Vault): TestReads {
  const tests = () => reads.selectFrom('numberkit_forwarding_tests').selectAll();
  const find = async (column: 'id' | 'open_line' | 'open_number' | 'call_sid', value: string) => {
    const row = await tests().where(column, '=', value).executeTakeFirst();
    return row && readTest(row, vault);
  };
  return {
    get: (testId) => find('id', testId),
    findOpenByLine: (existingLine) => find('open_line', phoneNumberIndex(vault, existingLine)),
    findOpenByNumber: (numberId) => find('open_number', numberId),
    findByCall: (callSid) => find('call_sid', callSid),
    async listByForwarding(forwardingId, limit) {
      const rows = await tests()
        .where('forwarding_id', '=', forwardingId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => readTest(row, vault));
    },
    async listDue(now, limit) {
      const rows = await tests()
        .where('stage', '<>', 'done')
        .where('placed_at', '<=', writeTime(now))
        .where('lease_until', '<=', writeTime(now))
        .orderBy('placed_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => readTest(row, vault));
    },
  };
}

async function takeTurn({ writes }: Connections, now: Date): Promise<Date> {
  // Both locks the row and tells when the last turn was; the very first turn is now.
  const { taken_at: last } = await writes
    .insertInto('numberkit_turns')
    .values({ name: TURN, taken_at: writeTime(new Date(now.getTime() - BETWEEN_TURNS)) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name: TURN }))
    .returning('taken_at')
    .executeTakeFirstOrThrow();
  const turn = new Date(Math.max(now.getTime(), readTime(last).getTime() + BETWEEN_TURNS));
  await writes
    .updateTable('numberkit_turns')
    .set({ taken_at: writeTime(turn) })
    .where('name', '=', TURN)
    .execute();
  return turn;
}
