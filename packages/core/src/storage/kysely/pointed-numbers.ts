import type { Kysely } from 'kysely';
import type { PointedCount } from '../../numbers/index.ts';
import { writeTime } from './column-values.ts';
import type { Connections, Database, NumbersTable } from './schema.ts';

/** Numbers that live at the carrier, so that it can be told where to send their calls. */
const LIVING = ['pooled', 'assigned', 'resting'] as const;

/** Leases numbers that are not pointed as `mark` says to one caller; in one statement, as {@link claimDue} does. */
export async function claimUnpointed(
  { engine, writes }: Connections,
  mark: string,
  now: Date,
  leaseUntil: Date,
  limit: number,
): Promise<readonly NumbersTable[]> {
  const claimed = await writes
    .with(
      (cte) => cte('unpointed').materialized(),
      (db) =>
        db
          .selectFrom('numberkit_numbers')
          .select('id')
          .where('state', 'in', LIVING)
          .where('carrier_sid', 'is not', null)
          .where(({ or, eb }) => or([eb('settings_mark', 'is', null), eb('settings_mark', '!=', mark)]))
          .where(({ or, eb }) =>
            or([eb('pointing_until', 'is', null), eb('pointing_until', '<=', writeTime(now))]),
          )
          .orderBy('id')
          .limit(limit)
          .$if(engine === 'postgres', (unpointed) => unpointed.forUpdate().skipLocked()),
    )
    .updateTable('numberkit_numbers')
    .set({ pointing_until: writeTime(leaseUntil) })
    .where('id', 'in', (db) => db.selectFrom('unpointed').select('unpointed.id'))
    .returningAll()
    .execute();
  // RETURNING promises no order.
  return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many numbers at the carrier are pointed as `mark` says, and how many are not. */
export async function countPointed(reads: Kysely<Database>, mark: string): Promise<PointedCount> {
  const rows = await reads
    .selectFrom('numberkit_numbers')
    .select(({ fn }) => ['settings_mark', fn.countAll().as('count')])
    .where('state', 'in', LIVING)
    .where('carrier_sid', 'is not', null)
    .groupBy('settings_mark')
    .execute();
  const sum = (pointed: boolean) =>
    rows
      .filter((row) => (row.settings_mark === mark) === pointed)
      .reduce((total, row) => total + Number(row.count), 0);
  return { pointed: sum(true), left: sum(false) };
}
