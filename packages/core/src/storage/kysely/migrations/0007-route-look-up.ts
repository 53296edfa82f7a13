import type { HistoricDatabase } from './migration-context.ts';

/**
 * All that a call's look-up reads of a number, beside its blind index: so the row itself, which lies elsewhere in a large
 * file, is not read.
 */
export async function routeLookUp(db: HistoricDatabase): Promise<void> {
  await db.schema
    .createIndex('numberkit_numbers_route')
    .on('numberkit_numbers')
    .columns(['e164_index', 'state', 'tenant_id', 'id', 'attended_until'])
    .execute();
}
