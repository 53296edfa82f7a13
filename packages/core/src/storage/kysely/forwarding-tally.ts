import type { CodeStats } from '@numberkit/contract';
import { type Kysely, sql } from 'kysely';
import type { Database, StoredCount } from './schema.ts';

/** What a test with one of these outcomes says about the code that was dialled before; others say nothing. */
const CAME_BACK = ['verified', 'still-forwarded'];
const TELLING = [...CAME_BACK, 'not-forwarded', 'voicemail-answered'];

/** One row per code that tests have said something about. */
export async function tallyCodes(db: Kysely<Database>): Promise<readonly CodeStats[]> {
  const rows = await db
    .with('tried', (query) =>
      query
        .selectFrom('numberkit_forwarding_tests')
        .select(['carrier_id', 'line_kind', 'plan_condition', 'code'])
        // A forwarding that worked once and was tested again is one success.
        .select((row) =>
          row.fn.max(row.case().when('outcome', 'in', CAME_BACK).then(1).else(0).end()).as('proved'),
        )
        .where('stage', '=', 'done')
        .where('purpose', '=', 'on')
        .where('outcome', 'in', TELLING)
        .groupBy(['forwarding_id', 'carrier_id', 'line_kind', 'plan_condition', 'code']),
    )
    .selectFrom('tried')
    .select(['carrier_id', 'line_kind', 'plan_condition', 'code'])
    .select(sql<StoredCount>`sum(proved)`.as('verified'))
    .select(sql<StoredCount>`sum(1 - proved)`.as('failed'))
    .groupBy(['carrier_id', 'line_kind', 'plan_condition', 'code'])
    .orderBy('carrier_id')
    .orderBy('line_kind')
    .orderBy('plan_condition')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    carrierId: row.carrier_id,
    // Both were written from the same unions by writeTest.
    lineKind: row.line_kind as CodeStats['lineKind'],
    condition: row.plan_condition as CodeStats['condition'],
    code: row.code,
    verified: Number(row.verified),
    failed: Number(row.failed),
  }));
}
