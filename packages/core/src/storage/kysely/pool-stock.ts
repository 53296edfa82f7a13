import type { Kysely } from 'kysely';
import type { AreaStock } from '../../numbers/index.ts';
import { readOptionalTime } from './column-values.ts';
import { isForPool, isPooled } from './is-pooled.ts';
import type { Database, StoredCount, StoredTime } from './schema.ts';

/** What the pool holds, by area code. */
export async function readStock(reads: Kysely<Database>): Promise<readonly AreaStock[]> {
  const rows = await reads
    .selectFrom('numberkit_numbers')
    .select(['area_code', 'state', 'price_currency'])
    .select(({ fn }) => [
      fn.countAll<StoredCount>().as('count'),
      fn.sum<StoredCount | null>('price_micros').as('micros'),
      fn.min<StoredTime | null>('created_at').as('oldest'),
    ])
    .where(({ or }) => or([isPooled, isForPool]))
    .where('area_code', 'is not', null)
    .groupBy(['area_code', 'state', 'price_currency'])
    .orderBy('area_code')
    .execute();
  return addUp(rows);
}

interface StockRow {
  readonly area_code: string | null;
  readonly state: string;
  readonly price_currency: string | null;
  readonly count: StoredCount;
  readonly micros: StoredCount | null;
  readonly oldest: StoredTime | null;
}

/** One line per area code from one row per area code, state and currency. */
function addUp(rows: readonly StockRow[]): readonly AreaStock[] {
  const areas = new Map<string, AreaStock>();
  for (const row of rows) {
    if (row.area_code === null) continue;
    const area = areas.get(row.area_code) ?? emptyArea(row.area_code);
    areas.set(row.area_code, row.state === 'pooled' ? addPooled(area, row) : addBuying(area, row));
  }
  return [...areas.values()];
}

function emptyArea(areaCode: string): AreaStock {
  return { areaCode, pooled: 0, buying: 0, monthlyMicros: {}, oldest: null };
}

function addBuying(area: AreaStock, row: StockRow): AreaStock {
  return { ...area, buying: area.buying + Number(row.count) };
}

function addPooled(area: AreaStock, row: StockRow): AreaStock {
  const { price_currency: currency, micros } = row;
  const oldest = readOptionalTime(row.oldest);
  const sum = currency === null ? 0 : (area.monthlyMicros[currency] ?? 0) + Number(micros ?? 0);
  return {
    ...area,
    pooled: area.pooled + Number(row.count),
    monthlyMicros: currency === null ? area.monthlyMicros : { ...area.monthlyMicros, [currency]: sum },
    oldest: area.oldest && oldest && area.oldest < oldest ? area.oldest : (oldest ?? area.oldest),
  };
}
