import { sql } from 'kysely';
import { protectTrail } from './append-only-trail.ts';
import { type ColumnTypes, columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** Numbers, operations, tenants, the trail and limits. */
export async function foundation(db: HistoricDatabase, context: MigrationContext): Promise<void> {
  const types = columnTypes[context.engine];
  await createNumbers(db, types);
  await createOperations(db, types);
  await createTenants(db, types);
  await createTrail(db, types);
  await db.schema
    .createTable('numberkit_limits')
    .addColumn('limit_key', types.id, (column) => column.notNull())
    .addColumn('limit_window', types.id, (column) => column.notNull())
    .addColumn('used', types.count, (column) => column.notNull())
    .addPrimaryKeyConstraint('numberkit_limits_pkey', ['limit_key', 'limit_window'])
    .execute();
  await db.schema
    .createTable('numberkit_settings')
    .addColumn('name', types.id, (column) => column.primaryKey().notNull())
    .addColumn('value', types.text, (column) => column.notNull())
    .execute();
  await protectTrail(db, context);
}

async function createNumbers(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_numbers')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('e164', types.text, (column) => column.notNull())
    .addColumn('e164_index', types.id, (column) => column.unique())
    .addColumn('state', types.text, (column) => column.notNull())
    .addColumn('tenant_id', types.id)
    .addColumn('type', types.text, (column) => column.notNull())
    .addColumn('country', types.text, (column) => column.notNull())
    .addColumn('area_code', types.text)
    .addColumn('locality', types.text)
    .addColumn('region', types.text)
    .addColumn('source', types.text, (column) => column.notNull())
    .addColumn('carrier_sid', types.id, (column) => column.unique())
    .addColumn('price_micros', types.count)
    .addColumn('price_currency', types.text)
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addColumn('updated_at', types.time, (column) => column.notNull())
    .addColumn('activated_at', types.time)
    .execute();
  await db.schema
    .createIndex('numberkit_numbers_tenant')
    .on('numberkit_numbers')
    .columns(['tenant_id', 'created_at'])
    .execute();
}

async function createOperations(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_operations')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('kind', types.text, (column) => column.notNull())
    .addColumn('state', types.text, (column) => column.notNull())
    .addColumn('tenant_id', types.id, (column) => column.notNull())
    .addColumn('idempotency_key', types.text, (column) => column.notNull())
    .addColumn('idempotency_index', types.id, (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', types.text, (column) => column.notNull())
    .addColumn('number_id', types.id, (column) => column.notNull())
    .addColumn('alternatives', types.text, (column) => column.notNull())
    .addColumn('price_micros', types.count)
    .addColumn('price_currency', types.text)
    .addColumn('limit_window', types.text, (column) => column.notNull())
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('lease_until', types.time, (column) => column.notNull())
    .addColumn('failure', types.text)
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addColumn('updated_at', types.time, (column) => column.notNull())
    .addUniqueConstraint('numberkit_operations_intent', ['tenant_id', 'kind', 'idempotency_index', 'attempt'])
    .execute();
  await db.schema
    .createIndex('numberkit_operations_number')
    .on('numberkit_operations')
    .column('number_id')
    .execute();
  // One intent has one live operation, whichever of its candidates that is for.
  await db.schema
    .createIndex('numberkit_operations_live')
    .unique()
    .on('numberkit_operations')
    .columns(['tenant_id', 'kind', 'idempotency_index'])
    .where(sql.ref('state'), '<>', sql.lit('refused'))
    .execute();
  // Only unsettled operations are ever looked for by lease, and they are few.
  await db.schema
    .createIndex('numberkit_operations_due')
    .on('numberkit_operations')
    .column('lease_until')
    .where(sql.ref('state'), 'in', sql`('intended', 'unknown')`)
    .execute();
}

async function createTenants(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_tenants')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('name', types.text)
    .addColumn('agent', types.text)
    .addColumn('recovery_phone', types.text)
    .addColumn('location', types.text)
    .addColumn('traits', types.text)
    .addColumn('plan', types.text)
    .addColumn('entitlements', types.json, (column) => column.notNull())
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addColumn('updated_at', types.time, (column) => column.notNull())
    .execute();
}

async function createTrail(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_trail')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('at', types.time, (column) => column.notNull())
    .addColumn('event', types.text, (column) => column.notNull())
    .addColumn('actor_kind', types.text, (column) => column.notNull())
    .addColumn('actor_id', types.text, (column) => column.notNull())
    .addColumn('tenant_id', types.id)
    .addColumn('number_id', types.id)
    .addColumn('operation_id', types.id)
    .addColumn('reason', types.text, (column) => column.notNull())
    .addColumn('data', types.json, (column) => column.notNull())
    .execute();
  for (const owner of ['tenant', 'number']) {
    await db.schema
      .createIndex(`numberkit_trail_${owner}`)
      .on('numberkit_trail')
      .columns([`${owner}_id`, 'id'])
      .execute();
  }
}
