import { writeTime } from './column-values.ts';
import type { Connections, OperationsTable } from './schema.ts';

/**
 * Leases due operations to one caller, in one statement. On PostgreSQL the rows are locked while they are picked
 * and rows that another caller has locked are skipped; the CTE is materialized because a re-evaluated subquery
 * could pick more rows than the limit. On SQLite a statement that writes has the database to itself.
 */
export async function claimDue(
  { engine, writes }: Connections,
  now: Date,
  leaseUntil: Date,
  limit: number,
): Promise<readonly OperationsTable[]> {
  const claimed = await writes
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('numberkit_operations')
          .select('id')
          .where('state', 'in', ['intended', 'unknown'])
          .where('lease_until', '<=', writeTime(now))
          .orderBy('lease_until')
          .orderBy('id')
          .limit(limit)
          .$if(engine === 'postgres', (due) => due.forUpdate().skipLocked()),
    )
    .updateTable('numberkit_operations')
    .set({ lease_until: writeTime(leaseUntil), updated_at: writeTime(now) })
    .where('id', 'in', (db) => db.selectFrom('due').select('due.id'))
    .returningAll()
    .execute();
  // RETURNING promises no order.
  return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
}
