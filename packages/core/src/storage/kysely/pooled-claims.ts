import type { ClaimRecord, PooledStore } from '../../numbers/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { readTime, writeTime } from './column-values.ts';
import type { ClaimsTable, Connections } from './schema.ts';

/** The verbs of the pooled store that remember claims. */
export function claimVerbs(
  { reads, writes }: Connections,
  vault: Vault,
): Pick<PooledStore, 'insertClaim' | 'findClaim'> {
  return {
    async insertClaim(claim) {
      const inserted = await writes
        .insertInto('numberkit_claims')
        .values({
          id: claim.id,
          tenant_id: claim.tenantId,
          idempotency_index:
            claim.idempotencyKey === null ? null : claimKeyIndex(vault, claim.idempotencyKey),
          fingerprint: claim.fingerprint,
          asked_area_code: claim.askedAreaCode,
          number_id: claim.numberId,
          given_area_code: claim.givenAreaCode,
          created_at: writeTime(claim.createdAt),
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'idempotency_index']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async findClaim(tenantId, idempotencyKey) {
      const row = await reads
        .selectFrom('numberkit_claims')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('idempotency_index', '=', claimKeyIndex(vault, idempotencyKey))
        .executeTakeFirst();
      return row && readClaim(row, idempotencyKey);
    },
  };
}

function readClaim(row: ClaimsTable, idempotencyKey: string): ClaimRecord {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    idempotencyKey,
    fingerprint: row.fingerprint,
    askedAreaCode: row.asked_area_code,
    numberId: row.number_id,
    givenAreaCode: row.given_area_code,
    createdAt: readTime(row.created_at),
  };
}

/** The blind index of a claim's key. */
export function claimKeyIndex(vault: Vault, idempotencyKey: string): string {
  return vault.blindIndex(`claim-key:${idempotencyKey}`);
}
