import type { Kysely } from 'kysely';
import type { CallRecord, CallStore, CallsQuery } from '../../calls/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { sumUsage } from './call-usage.ts';
import { readMoney, readOptionalTime, readTime, writeOptionalTime, writeTime } from './column-values.ts';
import type { CallsTable, Connections, Database, StoredCount } from './schema.ts';

export function createCallStore({ engine, reads, writes }: Connections, vault: Vault): CallStore {
  const toCall = (row: CallsTable) => readCall(row, vault);
  return {
    async get(callSid) {
      const query = reads.selectFrom('numberkit_calls').selectAll().where('call_sid', '=', callSid);
      const row = await query.executeTakeFirst();
      return row && toCall(row);
    },
    async lock(callSid) {
      const row = await writes
        .selectFrom('numberkit_calls')
        .selectAll()
        .where('call_sid', '=', callSid)
        .$if(engine === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      return row && toCall(row);
    },
    async insert(call) {
      const inserted = await writes
        .insertInto('numberkit_calls')
        .values(writeCall(call, vault))
        .onConflict((conflict) => conflict.column('call_sid').doNothing())
        .returning('call_sid')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async replace(call) {
      const { call_sid, ...columns } = writeCall(call, vault);
      await writes.updateTable('numberkit_calls').set(columns).where('call_sid', '=', call_sid).execute();
    },
    list: async (query) => (await selectCalls(reads, query).execute()).map(toCall),
    usage: (query) => sumUsage(reads, query),
    async noteProven({ numberId, tenantId, callSid, at }) {
      const noted = await writes
        .insertInto('numberkit_proofs')
        .values({ number_id: numberId, tenant_id: tenantId, call_sid: callSid, proven_at: writeTime(at) })
        .onConflict((conflict) => conflict.columns(['number_id', 'tenant_id']).doNothing())
        .returning('number_id')
        .executeTakeFirst();
      return noted !== undefined;
    },
  };
}

function selectCalls(reads: Kysely<Database>, filter: CallsQuery) {
  const { tenantId, numberId, since, until, before, limit } = filter;
  let query = reads.selectFrom('numberkit_calls').selectAll();
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId);
  if (numberId !== undefined) query = query.where('number_id', '=', numberId);
  if (since !== undefined) query = query.where('happened_at', '>=', writeTime(since));
  if (until !== undefined) query = query.where('happened_at', '<', writeTime(until));
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('happened_at', 'call_sid'),
        '<',
        selectFrom('numberkit_calls as last')
          .select(['last.happened_at', 'last.call_sid'])
          .where('last.call_sid', '=', before)
          .$asTuple('happened_at', 'call_sid'),
      ),
    );
  }
  return query.orderBy('happened_at', 'desc').orderBy('call_sid', 'desc').limit(limit);
}

function writeCall(call: CallRecord, vault: Vault): CallsTable {
  const happenedAt = writeTime(call.startedAt ?? call.recordedAt);
  return {
    call_sid: call.callSid,
    number_id: call.numberId,
    tenant_id: call.tenantId,
    direction: call.direction,
    outcome: call.outcome,
    answered: call.answered ? 1 : 0,
    started_at: writeOptionalTime(call.startedAt),
    ended_at: writeOptionalTime(call.endedAt),
    seconds: call.seconds,
    billed_minutes: call.billedMinutes,
    price_micros: call.price?.amountMicros ?? null,
    price_currency: call.price?.currency ?? null,
    other_party: call.otherParty === null ? null : vault.seal(call.otherParty, sealContext(call.callSid)),
    recorded_at: writeTime(call.recordedAt),
    happened_at: happenedAt,
    month: happenedAt.slice(0, 7),
  };
}

function readCall(row: CallsTable, vault: Vault): CallRecord {
  return {
    callSid: row.call_sid,
    numberId: row.number_id,
    tenantId: row.tenant_id,
    // Both words were written from the same unions by writeCall.
    direction: row.direction as CallRecord['direction'],
    outcome: row.outcome as CallRecord['outcome'],
    answered: row.answered === 1,
    startedAt: readOptionalTime(row.started_at),
    endedAt: readOptionalTime(row.ended_at),
    seconds: readCount(row.seconds),
    billedMinutes: readCount(row.billed_minutes),
    price: readMoney(row.price_micros, row.price_currency),
    otherParty: row.other_party === null ? null : vault.open(row.other_party, sealContext(row.call_sid)),
    recordedAt: readTime(row.recorded_at),
  };
}

function readCount(stored: StoredCount | null): number | null {
  return stored === null ? null : Number(stored);
}

function sealContext(callSid: string): string {
  return `calls.other_party:${callSid}`;
}
