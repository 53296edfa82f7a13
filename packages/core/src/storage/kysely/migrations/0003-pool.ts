import { sql } from 'kysely';
import { columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** The pool: what it holds by area, the claims on it, keep-alive; and leases for sweeps that one process runs. */
export async function pool(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  const types = columnTypes[engine];
  const columns = { capabilities: types.text, exercise_until: types.time, active_at: types.time };
  // One by one: SQLite adds one column per statement.
  for (const [name, type] of Object.entries(columns)) {
    await db.schema.alterTable('numberkit_numbers').addColumn(name, type).execute();
  }
  // Few numbers are pooled at a time, however many the account has; claims walk this index in order.
  await db.schema
    .createIndex('numberkit_numbers_pooled')
    .on('numberkit_numbers')
    .columns(['area_code', 'created_at', 'id'])
    .where(sql.ref('state'), '=', sql`'pooled'`)
    .execute();
  await db.schema
    .createIndex('numberkit_numbers_for_pool')
    .on('numberkit_numbers')
    .column('area_code')
    .where(sql.ref('state'), '=', sql`'buying'`)
    .where(sql.ref('tenant_id'), 'is', sql`null`)
    .execute();
  await db.schema
    .createTable('numberkit_pool_areas')
    .addColumn('area_code', types.id, (column) => column.primaryKey().notNull())
    .execute();
  await createClaims(db, engine);
  await db.schema
    .createTable('numberkit_leases')
    .addColumn('name', types.id, (column) => column.primaryKey().notNull())
    .addColumn('holder', types.id, (column) => column.notNull())
    .addColumn('lease_until', types.time, (column) => column.notNull())
    .execute();
}

async function createClaims(db: HistoricDatabase, engine: MigrationContext['engine']): Promise<void> {
  const types = columnTypes[engine];
  await db.schema
    .createTable('numberkit_claims')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('tenant_id', types.id, (column) => column.notNull())
    .addColumn('idempotency_index', types.id)
    .addColumn('fingerprint', types.text, (column) => column.notNull())
    .addColumn('asked_area_code', types.id)
    .addColumn('number_id', types.id)
    .addColumn('given_area_code', types.id)
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addUniqueConstraint('numberkit_claims_key', ['tenant_id', 'idempotency_index'])
    .execute();
  await db.schema
    .createIndex('numberkit_claims_recent')
    .on('numberkit_claims')
    .column('created_at')
    // Claims come in the order of their time: a block range index finds the recent ones and costs a claim next to nothing.
    .$call((index) => (engine === 'postgres' ? index.using('brin') : index))
    .execute();
}
