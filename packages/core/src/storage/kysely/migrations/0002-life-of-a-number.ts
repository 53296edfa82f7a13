import { sql } from 'kysely';
import { columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** Reclaiming, resting and re-pointing of numbers. */
export async function lifeOfANumber(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  const types = columnTypes[engine];
  const columns = {
    reclaim_at: types.time,
    reclaim_warned: sql`integer`,
    rest_until: types.time,
    due_at: types.time,
    settings_mark: types.id,
    pointing_until: types.time,
  };
  // One by one: SQLite adds one column per statement.
  for (const [name, type] of Object.entries(columns)) {
    await db.schema.alterTable('numberkit_numbers').addColumn(name, type).execute();
  }
  await db.schema
    .createIndex('numberkit_numbers_due')
    .on('numberkit_numbers')
    .column('due_at')
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
}
