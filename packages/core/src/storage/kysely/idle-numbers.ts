import { sql } from 'kysely';
import type { PooledStore } from '../../numbers/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { writeTime } from './column-values.ts';
import { isPooled } from './is-pooled.ts';
import { phoneNumberIndex, readNumber } from './number-store.ts';
import type { Connections, StoredTime } from './schema.ts';

/** The verbs of the pooled store that keep idle numbers alive. */
export function idleVerbs(
  { reads, writes }: Connections,
  vault: Vault,
): Pick<PooledStore, 'listIdle' | 'expectCall' | 'findExpecting' | 'noteActive'> {
  return {
    async listIdle(before, limit) {
      const idleSince = sql<StoredTime>`coalesce(active_at, created_at)`;
      const rows = await reads
        .selectFrom('numberkit_numbers')
        .selectAll()
        .where(isPooled)
        .where(idleSince, '<=', writeTime(before))
        .orderBy(idleSince)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => readNumber(row, vault));
    },
    async expectCall(numberId, until) {
      const expected = await writes
        .updateTable('numberkit_numbers')
        .set({ exercise_until: writeTime(until) })
        .where('id', '=', numberId)
        .where(isPooled)
        .returning('id')
        .executeTakeFirst();
      return expected !== undefined;
    },
    async findExpecting(phoneNumber, now) {
      const row = await reads
        .selectFrom('numberkit_numbers')
        .select('id')
        .where('e164_index', '=', phoneNumberIndex(vault, phoneNumber))
        .where(isPooled)
        .where('exercise_until', '>', writeTime(now))
        .executeTakeFirst();
      return row?.id;
    },
    async noteActive(numberIds, at) {
      if (numberIds.length === 0) return;
      await writes
        .updateTable('numberkit_numbers')
        .set({ active_at: writeTime(at) })
        .where('id', 'in', [...numberIds])
        .execute();
    },
  };
}
