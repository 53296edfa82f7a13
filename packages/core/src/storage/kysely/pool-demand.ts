import type { Kysely } from 'kysely';
import type { AreaDemand } from '../../numbers/index.ts';
import { writeTime } from './column-values.ts';
import type { Database, StoredCount } from './schema.ts';

/** Claims and misses by the area code that was wanted; a number bought live is one that the pool could have served. */
export async function readDemand(reads: Kysely<Database>, since: Date): Promise<readonly AreaDemand[]> {
  const asked = await reads
    .selectFrom('numberkit_claims')
    .select(['asked_area_code', 'given_area_code'])
    .select(({ fn }) => fn.countAll<StoredCount>().as('count'))
    .where('created_at', '>=', writeTime(since))
    .where('asked_area_code', 'is not', null)
    .groupBy(['asked_area_code', 'given_area_code'])
    .execute();
  const bought = await reads
    .selectFrom('numberkit_operations as operation')
    .innerJoin('numberkit_numbers as number', 'number.id', 'operation.number_id')
    .select('number.area_code')
    .select(({ fn }) => fn.countAll<StoredCount>().as('count'))
    .where('operation.kind', '=', 'buy-number')
    .where('operation.state', '=', 'done')
    // A purchase that was served from the pool never called the carrier, and has a claim of its own.
    .where('operation.calls', '>', 0)
    .where('operation.tenant_id', '!=', '')
    .where('operation.created_at', '>=', writeTime(since))
    .where('number.area_code', 'is not', null)
    .groupBy('number.area_code')
    .execute();
  const areas = new Map<string, { claims: number; misses: number }>();
  const count = (areaCode: string | null, served: boolean, times: StoredCount) => {
    const area = areas.get(areaCode ?? '') ?? { claims: 0, misses: 0 };
    if (served) area.claims += Number(times);
    else area.misses += Number(times);
    areas.set(areaCode ?? '', area);
  };
  for (const row of asked) {
    count(row.asked_area_code, row.asked_area_code === row.given_area_code, row.count);
  }
  for (const row of bought) count(row.area_code, false, row.count);
  return [...areas]
    .map(([areaCode, demand]) => ({ areaCode, ...demand }))
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
}
