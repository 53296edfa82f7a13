import { sql } from 'kysely';
import type { ForwardingTestRecord, ForwardingTestStore } from '../../forwarding/index.ts';
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
    noteLeg: (testId, from, at) => noteLeg(connections, testId, from, at),
    tally: () => tallyCodes(reads),
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

async function noteLeg(
  { writes }: Connections,
  testId: string,
  from: 'leg' | 'line',
  at: Date,
): Promise<boolean> {
  const time = writeTime(at);
  const noted = await writes
    .updateTable('numberkit_forwarding_tests')
    .$if(from === 'leg', (update) =>
      update.set((eb) => ({
        legs: sql<number>`legs + 1`,
        leg_at: eb.fn.coalesce('leg_at', eb.val(time)),
        stage: 'came-back' satisfies ForwardingTestRecord['stage'],
      })),
    )
    .$if(from === 'line', (update) =>
      update.set((eb) => ({
        line_legs: sql<number>`line_legs + 1`,
        line_leg_at: eb.fn.coalesce('line_leg_at', eb.val(time)),
      })),
    )
    .where('id', '=', testId)
    .where('stage', '<>', 'done')
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
