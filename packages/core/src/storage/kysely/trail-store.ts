import type { TrailEntry, TrailStore } from '../../activity/index.ts';
import { readJson, readTime, writeTime } from './column-values.ts';
import type { Connections, TrailTable } from './schema.ts';

export function createTrailStore({ reads, writes }: Connections): TrailStore {
  return {
    async append(entry) {
      await writes.insertInto('numberkit_trail').values(writeEntry(entry)).execute();
    },
    async list({ tenantId, numberId, before, limit }) {
      let query = reads.selectFrom('numberkit_trail').selectAll();
      if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId);
      if (numberId !== undefined) query = query.where('number_id', '=', numberId);
      if (before !== undefined) query = query.where('id', '<', before);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map(readEntry);
    },
  };
}

function writeEntry(entry: TrailEntry): TrailTable {
  return {
    id: entry.id,
    at: writeTime(entry.at),
    event: entry.event,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    tenant_id: entry.tenantId,
    number_id: entry.numberId,
    operation_id: entry.operationId,
    reason: entry.reason,
    data: JSON.stringify(entry.data),
  };
}

function readEntry(row: TrailTable): TrailEntry {
  return {
    id: row.id,
    at: readTime(row.at),
    // Event, actor and data were written from the same types by writeEntry.
    event: row.event as TrailEntry['event'],
    actor: { kind: row.actor_kind, id: row.actor_id } as TrailEntry['actor'],
    tenantId: row.tenant_id,
    numberId: row.number_id,
    operationId: row.operation_id,
    reason: row.reason,
    data: readJson(row.data) as TrailEntry['data'],
  };
}
