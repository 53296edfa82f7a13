import type { Money } from '@numberkit/contract';
import type { Kysely } from 'kysely';
import type { MonthUsage, UsageQuery } from '../../calls/index.ts';
import type { Database, StoredCount } from './schema.ts';

/** One sum per tenant, month and currency; calls without a price have the currency null. */
interface SumRow {
  readonly tenant_id: string | null;
  readonly month: string;
  readonly price_currency: string | null;
  readonly calls: StoredCount;
  readonly answered: StoredCount;
  readonly seconds: StoredCount | null;
  readonly billed_minutes: StoredCount | null;
  readonly price_micros: StoredCount | null;
}

/** Sums calls up in the database and puts the currencies of a month together. */
export async function sumUsage(reads: Kysely<Database>, query: UsageQuery): Promise<readonly MonthUsage[]> {
  const { tenantId, from, to = from } = query;
  const rows: readonly SumRow[] = await reads
    .selectFrom('numberkit_calls')
    .select(['tenant_id', 'month', 'price_currency'])
    .select(({ fn }) => [
      fn.countAll().as('calls'),
      fn.sum('answered').as('answered'),
      fn.sum('seconds').as('seconds'),
      fn.sum('billed_minutes').as('billed_minutes'),
      fn.sum('price_micros').as('price_micros'),
    ])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .$if(tenantId !== undefined, (sums) => sums.where('tenant_id', '=', tenantId ?? ''))
    .groupBy(['tenant_id', 'month', 'price_currency'])
    .execute();
  const months = Map.groupBy(rows, ({ tenant_id, month }) => JSON.stringify([tenant_id ?? '', month]));
  // No tenant sorts first; engines disagree on where null goes, so the order is made here.
  return [...months.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, sums]) => toMonth(sums));
}

function toMonth(sums: readonly SumRow[]): MonthUsage {
  const total = (column: 'calls' | 'answered' | 'seconds' | 'billed_minutes', of = sums) =>
    of.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
  const price: Money[] = sums
    .flatMap(({ price_currency: currency, price_micros: micros }) =>
      currency === null ? [] : [{ amountMicros: Number(micros), currency }],
    )
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
  return {
    tenantId: sums[0]?.tenant_id ?? null,
    month: sums[0]?.month ?? '',
    calls: total('calls'),
    answered: total('answered'),
    seconds: total('seconds'),
    billedMinutes: total('billed_minutes'),
    unpriced: total(
      'calls',
      sums.filter((row) => row.price_currency === null),
    ),
    price,
  };
}
