import type { ClaimAtOnce, NumberRecord } from '../../../numbers/index.ts';
import type { Vault } from '../../../privacy/index.ts';
import { writeTime } from '../column-values.ts';
import { readNumber } from '../number-store.ts';
import { claimKeyIndex } from '../pooled-claims.ts';
import type { NumbersTable } from '../schema.ts';
import type { PreparedQuery } from './prepared-query.ts';

/** What PostgreSQL says of the division by zero with which the statement gives itself up. */
const DIVISION_BY_ZERO = '22012';

/**
 * A whole claim in one statement, and so in one round trip: a statement is a transaction of its own. Where not all of
 * it could be done (the key was used, a counter is full) it divides by zero, so that nothing of it is done, and the
 * caller goes the long way to learn what was wrong.
 *
 * Race: the same as of the single verbs: SKIP LOCKED for the number, ON CONFLICT for the key and the counters. The
 * counters are taken in the order in which they are told, by one INSERT, so that two claims of a tenant do not
 * deadlock.
 */
export function createClaimAtOnce(
  prepare: (text: string) => PreparedQuery,
  vault: Vault,
  schema: string | undefined,
): (claim: ClaimAtOnce) => Promise<NumberRecord | 'none' | 'undecided'> {
  const run = prepare(claimStatement(schema === undefined ? '' : `"${schema.replaceAll('"', '""')}".`));
  return async (claim) => {
    if (claim.bounds.some(({ amount, max }) => amount > max)) return 'undecided';
    try {
      const [row] = await run(parametersOf(claim, vault));
      // The statement returns the columns of the table.
      return row ? readNumber(row as NumbersTable, vault) : 'none';
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === DIVISION_BY_ZERO) return 'undecided';
      throw error;
    }
  };
}

function parametersOf(claim: ClaimAtOnce, vault: Vault): unknown[] {
  const { record, bounds, trail } = claim;
  const { actor } = claim;
  return [
    claim.areaCode,
    record.id,
    record.tenantId,
    record.idempotencyKey === null ? null : claimKeyIndex(vault, record.idempotencyKey),
    record.fingerprint,
    record.askedAreaCode,
    writeTime(record.createdAt),
    bounds.map(({ counter }) => counter.key),
    bounds.map(({ counter }) => counter.window),
    bounds.map(({ amount }) => amount),
    bounds.map(({ max }) => max),
    actor.kind,
    actor.id,
    trail.map(({ id }) => id),
    trail.map(({ event }) => event),
    trail.map(({ reason }) => reason),
    trail.map(({ data }) => JSON.stringify(data)),
  ];
}

function claimStatement(schema: string): string {
  return `with picked as materialized (
  select id, area_code from ${schema}numberkit_numbers
  where state = 'pooled' and area_code = $1
  order by created_at, id limit 1 for update skip locked
), remembered as (
  insert into ${schema}numberkit_claims
    (id, tenant_id, idempotency_index, fingerprint, asked_area_code, number_id, given_area_code, created_at)
  select $2, $3, $4, $5, $6, picked.id, picked.area_code, $7::timestamptz from picked
  on conflict (tenant_id, idempotency_index) do nothing
  returning 1
), bound as (
  select * from unnest($8::text[], $9::text[], $10::bigint[], $11::bigint[]) as t (key, span, amount, most)
), counted as (
  insert into ${schema}numberkit_limits as counter (limit_key, limit_window, used)
  select key, span, amount from bound where exists (select 1 from picked)
  on conflict (limit_key, limit_window) do update set used = counter.used + excluded.used
  where counter.used + excluded.used <= (
    select most from bound where key = excluded.limit_key and span = excluded.limit_window
  )
  returning 1
), noted as (
  insert into ${schema}numberkit_trail
    (id, at, event, actor_kind, actor_id, tenant_id, number_id, operation_id, reason, data)
  select line.id, $7::timestamptz, line.event, $12, $13, $3, picked.id, null, line.reason, line.data::json
  from picked, unnest($14::text[], $15::text[], $16::text[], $17::text[]) as line (id, event, reason, data)
), given as (
  update ${schema}numberkit_numbers as number
  set state = 'assigned', tenant_id = $3, activated_at = $7::timestamptz, updated_at = $7::timestamptz,
    exercise_until = null
  from picked where number.id = picked.id
  returning number.*
)
select given.*, 1 / (case
  when (select count(*) from remembered) = 1 and (select count(*) from counted) = cardinality($8) then 1 else 0
end) as whole from given`;
}
