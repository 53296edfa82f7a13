import { sql } from 'kysely';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

/**
 * All that a call's look-up reads, in the order of what it is found by: of a number, and on SQLite the ends of what a
 * tenant has sealed, which tell whether it has changed. So the rows themselves, which lie elsewhere in a large file, are
 * seldom read.
 */
export async function routeLookUp(db: HistoricDatabase, { engine }: MigrationContext): Promise<void> {
  await db.schema
    .createIndex('numberkit_numbers_route')
    .on('numberkit_numbers')
    .columns(['e164_index', 'state', 'tenant_id', 'id', 'attended_until'])
    .execute();
  if (engine !== 'sqlite') return;
  await db.schema
    .createIndex('numberkit_tenants_marks')
    .on('numberkit_tenants')
    .column('id')
    // A sealed value ends with its tag, of 22 characters.
    .expression(sql`substr(agent, -22)`)
    .expression(sql`substr(recovery_phone, -22)`)
    .execute();
}
