import type { ForwardingTestChange, ForwardingTestRecord } from '../../forwarding/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { readOptionalTime, readTime, writeOptionalTime, writeTime } from './column-values.ts';
import { phoneNumberIndex } from './number-store.ts';
import type { ForwardingTestsTable } from './schema.ts';

/** A test as it is stored. */
export function writeTest(test: ForwardingTestRecord, vault: Vault): ForwardingTestsTable {
  const open = test.stage !== 'done';
  return {
    id: test.id,
    forwarding_id: test.forwardingId,
    tenant_id: test.tenantId,
    number_id: test.numberId,
    purpose: test.purpose,
    condition: test.condition,
    existing_line: vault.seal(test.existingLine, sealContext('existing_line', test.id)),
    verifier: vault.seal(test.verifier, sealContext('verifier', test.id)),
    actor_kind: test.actor.kind,
    actor_id: test.actor.id,
    stage: test.stage,
    outcome: test.outcome,
    remedy: test.remedy,
    code: test.code,
    carrier_id: test.carrierId,
    line_kind: test.lineKind,
    plan_condition: test.planCondition,
    placed_at: writeTime(test.placedAt),
    ends_by: writeTime(test.endsBy),
    created_at: writeTime(test.createdAt),
    ended_at: writeOptionalTime(test.endedAt),
    lease_until: writeTime(test.leaseUntil),
    look_at: writeTime(test.lookAt),
    call_sid: test.callSid,
    call_status: test.callStatus,
    answered_by: test.answeredBy,
    call_seconds: test.callSeconds,
    refusal: test.refusal,
    sip_code: test.sipCode,
    ringing_at: writeOptionalTime(test.ringingAt),
    answered_at: writeOptionalTime(test.answeredAt),
    over_at: writeOptionalTime(test.overAt),
    open_line: open ? phoneNumberIndex(vault, test.existingLine) : null,
    open_number: open ? test.numberId : null,
  };
}

/** What a change writes; one to `done` frees line and number. */
export function writeTestChange(change: ForwardingTestChange): Partial<ForwardingTestsTable> {
  return {
    ...(change.placedAt !== undefined && { placed_at: writeTime(change.placedAt) }),
    ...(change.endsBy !== undefined && { ends_by: writeTime(change.endsBy) }),
    ...(change.stage !== undefined && { stage: change.stage }),
    ...(change.stage === 'done' && { open_line: null, open_number: null }),
    ...(change.outcome !== undefined && { outcome: change.outcome }),
    ...(change.remedy !== undefined && { remedy: change.remedy }),
    ...(change.endedAt !== undefined && { ended_at: writeOptionalTime(change.endedAt) }),
    ...(change.leaseUntil !== undefined && { lease_until: writeTime(change.leaseUntil) }),
    ...(change.lookAt !== undefined && { look_at: writeTime(change.lookAt) }),
    ...(change.callSid !== undefined && { call_sid: change.callSid }),
    ...(change.callStatus !== undefined && { call_status: change.callStatus }),
    ...(change.answeredBy !== undefined && { answered_by: change.answeredBy }),
    ...(change.callSeconds !== undefined && { call_seconds: change.callSeconds }),
    ...(change.refusal !== undefined && { refusal: change.refusal }),
    ...(change.sipCode !== undefined && { sip_code: change.sipCode }),
    ...(change.ringingAt !== undefined && { ringing_at: writeOptionalTime(change.ringingAt) }),
    ...(change.answeredAt !== undefined && { answered_at: writeOptionalTime(change.answeredAt) }),
    ...(change.overAt !== undefined && { over_at: writeOptionalTime(change.overAt) }),
  };
}

/** A row as the room knows it. */
export function readTest(row: ForwardingTestsTable, vault: Vault): ForwardingTestRecord {
  return {
    id: row.id,
    forwardingId: row.forwarding_id,
    tenantId: row.tenant_id,
    numberId: row.number_id,
    existingLine: vault.open(row.existing_line, sealContext('existing_line', row.id)),
    verifier: vault.open(row.verifier, sealContext('verifier', row.id)),
    // The words, here and below, were written from the same unions by writeTest and writeTestChange.
    purpose: row.purpose as ForwardingTestRecord['purpose'],
    condition: row.condition as ForwardingTestRecord['condition'],
    actor: { kind: row.actor_kind as ForwardingTestRecord['actor']['kind'], id: row.actor_id },
    stage: row.stage as ForwardingTestRecord['stage'],
    outcome: row.outcome as ForwardingTestRecord['outcome'],
    remedy: row.remedy as ForwardingTestRecord['remedy'],
    code: row.code,
    carrierId: row.carrier_id,
    lineKind: row.line_kind as ForwardingTestRecord['lineKind'],
    planCondition: row.plan_condition as ForwardingTestRecord['planCondition'],
    placedAt: readTime(row.placed_at),
    endsBy: readTime(row.ends_by),
    createdAt: readTime(row.created_at),
    endedAt: readOptionalTime(row.ended_at),
    leaseUntil: readTime(row.lease_until),
    lookAt: readTime(row.look_at),
    callSid: row.call_sid,
    callStatus: row.call_status as ForwardingTestRecord['callStatus'],
    answeredBy: row.answered_by as ForwardingTestRecord['answeredBy'],
    callSeconds: row.call_seconds,
    refusal: row.refusal,
    sipCode: row.sip_code,
    ringingAt: readOptionalTime(row.ringing_at),
    answeredAt: readOptionalTime(row.answered_at),
    overAt: readOptionalTime(row.over_at),
  };
}

function sealContext(column: 'existing_line' | 'verifier', testId: string): string {
  return `forwarding_tests.${column}:${testId}`;
}
