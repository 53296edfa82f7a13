import { sql } from 'kysely';
import { type ColumnTypes, columnTypes } from './column-types.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/** Existing lines that forward to our numbers, the test calls that prove it, and whose turn it is to call. */
export async function forwardings(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  const types = columnTypes[engine];
  await db.schema.alterTable('numberkit_numbers').addColumn('attended_until', types.time).execute();
  await createForwardings(db, types);
  await createTests(db, types);
  await db.schema
    .createTable('numberkit_forwarding_legs')
    .addColumn('test_id', types.id, (column) => column.notNull())
    .addColumn('call_sid', types.id, (column) => column.notNull())
    .addColumn('caller', types.text, (column) => column.notNull())
    .addColumn('at', types.time, (column) => column.notNull())
    .addPrimaryKeyConstraint('numberkit_forwarding_legs_pkey', ['test_id', 'call_sid'])
    .execute();
  await db.schema
    .createTable('numberkit_turns')
    .addColumn('name', types.id, (column) => column.primaryKey().notNull())
    .addColumn('taken_at', types.time, (column) => column.notNull())
    .execute();
}

async function createForwardings(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_forwardings')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('tenant_id', types.id, (column) => column.notNull())
    .addColumn('number_id', types.id)
    .addColumn('number_attempt', 'integer', (column) => column.notNull())
    .addColumn('existing_line', types.text, (column) => column.notNull())
    .addColumn('line_index', types.id, (column) => column.notNull())
    .addColumn('country', types.text, (column) => column.notNull())
    .addColumn('carrier_id', types.text)
    .addColumn('line_kind', types.text, (column) => column.notNull())
    .addColumn('condition', types.text, (column) => column.notNull())
    .addColumn('alternative', 'integer', (column) => column.notNull())
    .addColumn('code', types.text)
    .addColumn('earlier_ways', types.json, (column) => column.notNull())
    .addColumn('status', types.text, (column) => column.notNull())
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addColumn('updated_at', types.time, (column) => column.notNull())
    .addColumn('verified_at', types.time)
    .addColumn('doubted_at', types.time)
    .addColumn('broken_at', types.time)
    .addColumn('broken_cause', types.text)
    .addColumn('cancelled_at', types.time)
    .addColumn('check_at', types.time)
    .addColumn('checks', 'integer', (column) => column.notNull())
    .execute();
  const live = sql`'off'`;
  // Of each tenant and line, and of each number, one is live.
  await db.schema
    .createIndex('numberkit_forwardings_line')
    .unique()
    .on('numberkit_forwardings')
    .columns(['tenant_id', 'line_index'])
    .where(sql.ref('status'), '<>', live)
    .execute();
  await db.schema
    .createIndex('numberkit_forwardings_number')
    .unique()
    .on('numberkit_forwardings')
    .column('number_id')
    .where(sql.ref('status'), '<>', live)
    .execute();
  await db.schema
    .createIndex('numberkit_forwardings_due')
    .on('numberkit_forwardings')
    .column('check_at')
    .where(sql.ref('status'), '<>', live)
    .execute();
}

async function createTests(db: HistoricDatabase, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('numberkit_forwarding_tests')
    .addColumn('id', types.id, (column) => column.primaryKey().notNull())
    .addColumn('forwarding_id', types.id, (column) => column.notNull())
    .addColumn('tenant_id', types.id, (column) => column.notNull())
    .addColumn('number_id', types.id, (column) => column.notNull())
    .addColumn('purpose', types.text, (column) => column.notNull())
    .addColumn('condition', types.text, (column) => column.notNull())
    .addColumn('existing_line', types.text, (column) => column.notNull())
    .addColumn('verifier', types.text, (column) => column.notNull())
    .addColumn('actor_kind', types.text, (column) => column.notNull())
    .addColumn('actor_id', types.text, (column) => column.notNull())
    .addColumn('stage', types.text, (column) => column.notNull())
    .addColumn('outcome', types.text)
    .addColumn('remedy', types.text)
    .addColumn('code', types.text, (column) => column.notNull())
    .addColumn('carrier_id', types.text, (column) => column.notNull())
    .addColumn('line_kind', types.text, (column) => column.notNull())
    .addColumn('plan_condition', types.text, (column) => column.notNull())
    .addColumn('placed_at', types.time, (column) => column.notNull())
    .addColumn('ends_by', types.time, (column) => column.notNull())
    .addColumn('created_at', types.time, (column) => column.notNull())
    .addColumn('ended_at', types.time)
    .addColumn('lease_until', types.time, (column) => column.notNull())
    .addColumn('look_at', types.time, (column) => column.notNull())
    .addColumn('call_sid', types.id, (column) => column.unique())
    .addColumn('call_status', types.text)
    .addColumn('answered_by', types.text)
    .addColumn('call_seconds', 'integer')
    .addColumn('refusal', types.text)
    .addColumn('sip_code', 'integer')
    .addColumn('ringing_at', types.time)
    .addColumn('answered_at', types.time)
    .addColumn('over_at', types.time)
    // Both are null once the test is done, so that the next one may begin.
    .addColumn('open_line', types.id, (column) => column.unique())
    .addColumn('open_number', types.id, (column) => column.unique())
    .execute();
  await db.schema
    .createIndex('numberkit_forwarding_tests_of')
    .on('numberkit_forwarding_tests')
    .columns(['forwarding_id', 'created_at'])
    .execute();
  await db.schema
    .createIndex('numberkit_forwarding_tests_open')
    .on('numberkit_forwarding_tests')
    .column('placed_at')
    .where(sql.ref('stage'), '<>', sql`'done'`)
    .execute();
}
