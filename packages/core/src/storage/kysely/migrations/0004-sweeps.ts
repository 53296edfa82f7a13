import { columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** The last run of each sweep. Who runs one at the moment is in the leases. */
export async function sweeps(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  const types = columnTypes[engine];
  await db.schema
    .createTable('numberkit_sweeps')
    .addColumn('name', types.id, (column) => column.primaryKey().notNull())
    .addColumn('started_at', types.time, (column) => column.notNull())
    .addColumn('finished_at', types.time)
    .addColumn('failure', types.text)
    .execute();
}
