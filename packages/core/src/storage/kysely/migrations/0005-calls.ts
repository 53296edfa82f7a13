import { columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** One row per call, and which numbers have proved to work. */
export async function calls(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  const types = columnTypes[engine];
  await db.schema
    .createTable('numberkit_calls')
    .addColumn('call_sid', types.id, (column) => column.primaryKey().notNull())
    .addColumn('number_id', types.id, (column) => column.notNull())
    .addColumn('tenant_id', types.id)
    .addColumn('direction', types.text, (column) => column.notNull())
    .addColumn('outcome', types.text, (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('started_at', types.time)
    .addColumn('ended_at', types.time)
    .addColumn('seconds', types.count)
    .addColumn('billed_minutes', types.count)
    .addColumn('price_micros', types.count)
    .addColumn('price_currency', types.text)
    .addColumn('other_party', types.text)
    .addColumn('recorded_at', types.time, (column) => column.notNull())
    // When it started, or was recorded where nobody has told the start; and the month of that.
    .addColumn('happened_at', types.time, (column) => column.notNull())
    .addColumn('month', types.id, (column) => column.notNull())
    .execute();
  const indexes = {
    numberkit_calls_usage: ['month', 'tenant_id'],
    numberkit_calls_tenant: ['tenant_id', 'happened_at', 'call_sid'],
    numberkit_calls_number: ['number_id', 'happened_at', 'call_sid'],
  } as const;
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(name)
      .on('numberkit_calls')
      .columns([...columns])
      .execute();
  }
  await db.schema
    .createTable('numberkit_proofs')
    .addColumn('number_id', types.id, (column) => column.notNull())
    .addColumn('tenant_id', types.id, (column) => column.notNull())
    .addColumn('call_sid', types.id, (column) => column.notNull())
    .addColumn('proven_at', types.time, (column) => column.notNull())
    .addPrimaryKeyConstraint('numberkit_proofs_pkey', ['number_id', 'tenant_id'])
    .execute();
}
