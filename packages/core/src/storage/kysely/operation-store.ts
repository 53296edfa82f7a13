import type { Operation, OperationChange, OperationStore } from '../../ledger/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { claimDue } from './claim-due.ts';
import { readMoney, readTime, writeTime } from './column-values.ts';
import type { Connections, OperationsTable } from './schema.ts';

export function createOperationStore(connections: Connections, vault: Vault): OperationStore {
  const { reads, writes } = connections;
  const operations = () => reads.selectFrom('numberkit_operations').selectAll();
  const toOperation = (row: OperationsTable) => readOperation(row, vault);
  return {
    async insert(operation) {
      const inserted = await writes
        .insertInto('numberkit_operations')
        .values(writeOperation(operation, vault))
        // Whichever of the two constraints it is: the same attempt, or another one of the intent that is live.
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async get(operationId) {
      const row = await operations().where('id', '=', operationId).executeTakeFirst();
      return row && toOperation(row);
    },
    async latest(tenantId, kind, idempotencyKey) {
      const row = await operations()
        .where('tenant_id', '=', writeTenantId(tenantId))
        .where('kind', '=', kind)
        .where('idempotency_index', '=', keyIndex(vault, idempotencyKey))
        .orderBy('attempt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toOperation(row);
    },
    async ofNumber(numberId, kind = 'buy-number') {
      const row = await operations()
        .where('number_id', '=', numberId)
        .where('kind', '=', kind)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toOperation(row);
    },
    async move(operationId, from, change, now) {
      if (from.length === 0) return false;
      const moved = await writes
        .updateTable('numberkit_operations')
        .set({ ...writeChange(change), updated_at: writeTime(now) })
        .where('id', '=', operationId)
        .where('state', 'in', [...from])
        .returning('id')
        .executeTakeFirst();
      return moved !== undefined;
    },
    claimDue: async (now, leaseUntil, limit) =>
      (await claimDue(connections, now, leaseUntil, limit)).map(toOperation),
  };
}

function writeOperation(operation: Operation, vault: Vault): OperationsTable {
  const { id } = operation;
  return {
    id,
    kind: operation.kind,
    state: operation.state,
    tenant_id: writeTenantId(operation.tenantId),
    idempotency_key: vault.seal(operation.idempotencyKey, sealContext('idempotency_key', id)),
    idempotency_index: keyIndex(vault, operation.idempotencyKey),
    attempt: operation.attempt,
    fingerprint: operation.fingerprint,
    number_id: operation.numberId,
    alternatives: vault.seal(JSON.stringify(operation.alternatives), sealContext('alternatives', id)),
    price_micros: operation.price?.amountMicros ?? null,
    price_currency: operation.price?.currency ?? null,
    limit_window: operation.limitWindow,
    calls: operation.calls,
    lease_until: writeTime(operation.leaseUntil),
    failure: operation.failure,
    created_at: writeTime(operation.createdAt),
    updated_at: writeTime(operation.updatedAt),
  };
}

function writeChange(change: OperationChange): Partial<OperationsTable> {
  return {
    ...(change.state !== undefined && { state: change.state }),
    ...(change.calls !== undefined && { calls: change.calls }),
    ...(change.leaseUntil !== undefined && { lease_until: writeTime(change.leaseUntil) }),
    ...(change.failure !== undefined && { failure: change.failure }),
  };
}

export function readOperation(row: OperationsTable, vault: Vault): Operation {
  const { id } = row;
  return {
    id,
    // Kind, state and alternatives were written from the same types by writeOperation and move.
    kind: row.kind as Operation['kind'],
    state: row.state as Operation['state'],
    tenantId: row.tenant_id === '' ? null : row.tenant_id,
    idempotencyKey: vault.open(row.idempotency_key, sealContext('idempotency_key', id)),
    attempt: row.attempt,
    fingerprint: row.fingerprint,
    numberId: row.number_id,
    alternatives: JSON.parse(vault.open(row.alternatives, sealContext('alternatives', id))) as string[],
    price: readMoney(row.price_micros, row.price_currency),
    limitWindow: row.limit_window,
    calls: row.calls,
    leaseUntil: readTime(row.lease_until),
    failure: row.failure,
    createdAt: readTime(row.created_at),
    updatedAt: readTime(row.updated_at),
  };
}

/** No tenant is empty text, because NULLs never equal each other and would slip through the unique constraint. */
function writeTenantId(tenantId: string | null): string {
  return tenantId ?? '';
}

function keyIndex(vault: Vault, idempotencyKey: string): string {
  return vault.blindIndex(`idempotency-key:${idempotencyKey}`);
}

function sealContext(column: string, operationId: string): string {
  return `operations.${column}:${operationId}`;
}
