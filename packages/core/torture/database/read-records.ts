import type { NumberRecord } from '../../src/numbers/index.ts';
import { createVault, parseKeyRing } from '../../src/privacy/index.ts';
import { readNumber } from '../../src/storage/kysely/number-store.ts';
import type { NumbersTable } from '../../src/storage/kysely/schema.ts';
import { KEYS } from '../settings.ts';
import type { ClaimRow, LimitRow, OperationRow, Records, TrailRow } from './row.ts';
import type { TortureDatabase } from './torture-database.ts';

const vault = createVault(parseKeyRing(KEYS));

/** Reads everything, in one go: call it when nobody writes. */
export async function readRecords(database: TortureDatabase): Promise<Records> {
  // Each statement names the columns of the row type it is read as.
  const rows = async <Row>(sql: string) => (await database.query(sql)) as readonly unknown[] as Row[];
  const numbers = await rows<NumbersTable>('select * from numberkit_numbers order by id');
  const operations = await rows<OperationRow>(
    `select id, kind, state, tenant_id, idempotency_index, attempt, number_id, limit_window, calls
     from numberkit_operations order by id`,
  );
  const trail = await rows<TrailRow>(
    `select id, event, actor_kind, actor_id, tenant_id, number_id, operation_id, reason, data
     from numberkit_trail order by id`,
  );
  const limits = await rows<LimitRow>('select limit_key, limit_window, used from numberkit_limits');
  const claims = await rows<ClaimRow>(
    'select tenant_id, idempotency_index, number_id, created_at from numberkit_claims',
  );
  return {
    numbers: numbers.map((row): NumberRecord => readNumber(row, vault)),
    operations,
    trail: trail.map((row) => ({ ...row, data: readData(row.data) })),
    limits: limits.map((row) => ({ ...row, used: Number(row.used) })),
    claims: claims.map((row) => ({ ...row, created_at: new Date(row.created_at).toISOString() })),
  };
}

/** JSON as each driver hands it over: SQLite's as text, PostgreSQL's already read. */
function readData(data: unknown): TrailRow['data'] {
  // The recorder writes objects only.
  return (typeof data === 'string' ? JSON.parse(data) : data) as TrailRow['data'];
}
