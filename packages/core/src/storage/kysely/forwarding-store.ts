import type { ForwardingChange, ForwardingRecord, ForwardingStore } from '../../forwarding/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { readJson, readOptionalTime, readTime, writeOptionalTime, writeTime } from './column-values.ts';
import { phoneNumberIndex } from './number-store.ts';
import type { Connections, ForwardingsTable } from './schema.ts';

export function createForwardingStore(connections: Connections, vault: Vault): ForwardingStore {
  const { engine, writes } = connections;
  return {
    ...createForwardingReads(connections, vault),
    ...createNumberVerbs(connections),
    async insert(forwarding) {
      const inserted = await writes
        .insertInto('numberkit_forwardings')
        .values(writeForwarding(forwarding, vault))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async lock(forwardingId) {
      const row = await writes
        .selectFrom('numberkit_forwardings')
        .selectAll()
        .where('id', '=', forwardingId)
        .$if(engine === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      return row && readForwarding(row, vault);
    },
    async change(forwardingId, change, now) {
      await writes
        .updateTable('numberkit_forwardings')
        .set({ ...writeChange(change), updated_at: writeTime(now) })
        .where('id', '=', forwardingId)
        .execute();
    },
    async claimDue(now, nextCheckAt, limit) {
      const claimed = await writes
        .with(
          (cte) => cte('due').materialized(),
          (db) =>
            db
              .selectFrom('numberkit_forwardings')
              .select(['id', 'check_at'])
              .where('status', '<>', 'off')
              .where('check_at', '<=', writeTime(now))
              .orderBy('check_at')
              .orderBy('id')
              .limit(limit)
              .$if(engine === 'postgres', (due) => due.forUpdate().skipLocked()),
        )
        .updateTable('numberkit_forwardings')
        .set({ check_at: writeTime(nextCheckAt) })
        .where('id', 'in', (db) => db.selectFrom('due').select('due.id'))
        .returningAll()
        .execute();
      // RETURNING promises no order.
      return claimed.map((row) => readForwarding(row, vault)).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

type ForwardingReads = Pick<ForwardingStore, 'get' | 'findLive' | 'findByNumber' | 'listByTenant'>;

function createForwardingReads({ reads }: Connections, vault: Vault): ForwardingReads {
  const forwardings = () => reads.selectFrom('numberkit_forwardings').selectAll();
  const live = () => forwardings().where('status', '<>', 'off');
  const toRecord = (row: ForwardingsTable) => readForwarding(row, vault);
  return {
    async get(forwardingId) {
      const row = await forwardings().where('id', '=', forwardingId).executeTakeFirst();
      return row && toRecord(row);
    },
    async findLive(tenantId, existingLine) {
      const row = await live()
        .where('tenant_id', '=', tenantId)
        .where('line_index', '=', phoneNumberIndex(vault, existingLine))
        .executeTakeFirst();
      return row && toRecord(row);
    },
    async findByNumber(numberId) {
      const row = await live().where('number_id', '=', numberId).executeTakeFirst();
      return row && toRecord(row);
    },
    async listByTenant(tenantId) {
      const rows = await live()
        .where('tenant_id', '=', tenantId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toRecord);
    },
  };
}

type NumberVerbs = Pick<ForwardingStore, 'assign' | 'unassign' | 'follow' | 'attend' | 'attendedUntil'>;

/** The verbs that tie a forwarding to its number. */
function createNumberVerbs({ engine, reads, writes }: Connections): NumberVerbs {
  return {
    assign: (forwardingId, numberId, tenantId, now) =>
      assignNumber({ engine, writes }, { forwardingId, numberId, tenantId }, now),
    async unassign(forwardingId, numberId, now) {
      const taken = await writes
        .updateTable('numberkit_forwardings')
        .set({ number_id: null, updated_at: writeTime(now) })
        .where('id', '=', forwardingId)
        .where('number_id', '=', numberId)
        .returning('id')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async follow(fromNumberId, toNumberId, now) {
      await writes
        .updateTable('numberkit_forwardings')
        .set({ number_id: toNumberId, updated_at: writeTime(now) })
        .where('number_id', '=', fromNumberId)
        .where('status', '<>', 'off')
        .execute();
    },
    async attend(numberId, until) {
      await writes
        .updateTable('numberkit_numbers')
        .set({ attended_until: writeTime(until) })
        .where('id', '=', numberId)
        .where(({ or, eb }) =>
          or([eb('attended_until', 'is', null), eb('attended_until', '<', writeTime(until))]),
        )
        .execute();
    },
    async attendedUntil(numberId) {
      const row = await reads
        .selectFrom('numberkit_numbers')
        .select('attended_until')
        .where('id', '=', numberId)
        .executeTakeFirst();
      return readOptionalTime(row?.attended_until ?? null);
    },
  };
}

/** The number's row is locked first, so that the look whether another forwarding has it comes after whoever was faster. */
async function assignNumber(
  { engine, writes }: Pick<Connections, 'engine' | 'writes'>,
  wanted: { readonly forwardingId: string; readonly numberId: string; readonly tenantId: string },
  now: Date,
): Promise<boolean> {
  const { forwardingId, numberId, tenantId } = wanted;
  const number = await writes
    .selectFrom('numberkit_numbers')
    .select('id')
    .where('id', '=', numberId)
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', ['assigned', 'buying'])
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (!number) return false;
  const assigned = await writes
    .updateTable('numberkit_forwardings')
    .set({ number_id: numberId, updated_at: writeTime(now) })
    .where('id', '=', forwardingId)
    .where('number_id', 'is', null)
    .where('status', '<>', 'off')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('numberkit_forwardings as other')
            .select('other.id')
            .where('other.number_id', '=', numberId)
            .where('other.status', '<>', 'off'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return assigned !== undefined;
}

function writeForwarding(forwarding: ForwardingRecord, vault: Vault): ForwardingsTable {
  return {
    id: forwarding.id,
    tenant_id: forwarding.tenantId,
    number_id: forwarding.numberId,
    number_attempt: forwarding.numberAttempt,
    existing_line: vault.seal(forwarding.existingLine, sealContext(forwarding.id)),
    line_index: phoneNumberIndex(vault, forwarding.existingLine),
    country: forwarding.country,
    carrier_id: forwarding.carrierId,
    line_kind: forwarding.lineKind,
    condition: forwarding.condition,
    alternative: forwarding.alternative,
    code: forwarding.code,
    earlier_ways: JSON.stringify(forwarding.earlierWays),
    status: forwarding.status,
    created_at: writeTime(forwarding.createdAt),
    updated_at: writeTime(forwarding.updatedAt),
    verified_at: writeOptionalTime(forwarding.verifiedAt),
    doubted_at: writeOptionalTime(forwarding.doubtedAt),
    broken_at: writeOptionalTime(forwarding.brokenAt),
    broken_cause: forwarding.brokenCause,
    cancelled_at: writeOptionalTime(forwarding.cancelledAt),
    check_at: writeOptionalTime(forwarding.checkAt),
    checks: forwarding.checks,
  };
}

function writeChange(change: ForwardingChange): Partial<ForwardingsTable> {
  return {
    ...(change.numberAttempt !== undefined && { number_attempt: change.numberAttempt }),
    ...(change.carrierId !== undefined && { carrier_id: change.carrierId }),
    ...(change.lineKind !== undefined && { line_kind: change.lineKind }),
    ...(change.condition !== undefined && { condition: change.condition }),
    ...(change.alternative !== undefined && { alternative: change.alternative }),
    ...(change.code !== undefined && { code: change.code }),
    ...(change.earlierWays !== undefined && { earlier_ways: JSON.stringify(change.earlierWays) }),
    ...(change.status !== undefined && { status: change.status }),
    ...(change.verifiedAt !== undefined && { verified_at: writeOptionalTime(change.verifiedAt) }),
    ...(change.doubtedAt !== undefined && { doubted_at: writeOptionalTime(change.doubtedAt) }),
    ...(change.cancelledAt !== undefined && { cancelled_at: writeOptionalTime(change.cancelledAt) }),
    ...(change.brokenAt !== undefined && { broken_at: writeOptionalTime(change.brokenAt) }),
    ...(change.brokenCause !== undefined && { broken_cause: change.brokenCause }),
    ...(change.checkAt !== undefined && { check_at: writeOptionalTime(change.checkAt) }),
    ...(change.checks !== undefined && { checks: change.checks }),
  };
}

function readForwarding(row: ForwardingsTable, vault: Vault): ForwardingRecord {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    numberId: row.number_id,
    numberAttempt: row.number_attempt,
    existingLine: vault.open(row.existing_line, sealContext(row.id)),
    country: row.country,
    carrierId: row.carrier_id,
    // The words, and the ways, were written from the same unions by writeForwarding and writeChange.
    lineKind: row.line_kind as ForwardingRecord['lineKind'],
    condition: row.condition as ForwardingRecord['condition'],
    alternative: row.alternative,
    code: row.code,
    earlierWays: readJson(row.earlier_ways) as ForwardingRecord['earlierWays'],
    status: row.status as ForwardingRecord['status'],
    createdAt: readTime(row.created_at),
    updatedAt: readTime(row.updated_at),
    verifiedAt: readOptionalTime(row.verified_at),
    doubtedAt: readOptionalTime(row.doubted_at),
    brokenAt: readOptionalTime(row.broken_at),
    cancelledAt: readOptionalTime(row.cancelled_at),
    brokenCause: row.broken_cause as ForwardingRecord['brokenCause'],
    checkAt: readOptionalTime(row.check_at),
    checks: row.checks,
  };
}

function sealContext(forwardingId: string): string {
  return `forwardings.existing_line:${forwardingId}`;
}
