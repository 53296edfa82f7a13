import type { PooledChoice } from '../../numbers/index.ts';
import { writeTime } from './column-values.ts';
import { isPooled } from './is-pooled.ts';
import type { Connections, NumbersTable } from './schema.ts';

/**
 * Gives one pooled number away, in one statement. On PostgreSQL the row is locked while it is picked and rows that
 * another caller has locked are skipped; the CTE is materialized because a re-evaluated subquery could pick more
 * than one row. On SQLite a statement that writes has the database to itself.
 */
export async function claimPooled(
  { engine, writes }: Connections,
  choice: PooledChoice,
  tenantId: string,
  now: Date,
): Promise<NumbersTable | undefined> {
  const time = writeTime(now);
  return writes
    .with(
      (cte) => cte('picked').materialized(),
      (db) =>
        db
          .selectFrom('numberkit_numbers')
          .select('id')
          .where(isPooled)
          .$if('areaCode' in choice, (query) =>
            query.where('area_code', '=', 'areaCode' in choice ? choice.areaCode : ''),
          )
          .$if('numberId' in choice, (query) =>
            query.where('id', '=', 'numberId' in choice ? choice.numberId : ''),
          )
          .orderBy('created_at')
          .orderBy('id')
          .limit(1)
          .$if(engine === 'postgres', (picked) => picked.forUpdate().skipLocked()),
    )
    .updateTable('numberkit_numbers')
    .set({
      state: 'assigned',
      tenant_id: tenantId,
      activated_at: time,
      updated_at: time,
      exercise_until: null,
    })
    .where('id', '=', (db) => db.selectFrom('picked').select('picked.id'))
    .returningAll()
    .executeTakeFirst();
}
