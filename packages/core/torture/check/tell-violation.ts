import { redactPhoneNumbers } from '../../src/privacy/index.ts';
import type { Violation, World } from './violation.ts';

/** A violation for people: what is wrong, and all that both sides know of it. Phone numbers keep two digits. */
export function tellViolation({ kind, text, about }: Violation, world: World): string {
  const ids = new Set(about.filter((id) => id !== ''));
  const { records, account, bill, told } = world;
  // What the named ids belong to is about it as well: a number's operations, an operation's number.
  for (const { id, number_id } of records.operations) if (ids.has(number_id)) ids.add(id);
  for (const { id, number_id } of records.operations) if (ids.has(id)) ids.add(number_id);
  for (const { id, carrierSid } of records.numbers) {
    if (carrierSid !== null && ids.has(carrierSid)) ids.add(id);
    if (carrierSid !== null && ids.has(id)) ids.add(carrierSid);
  }
  const lines = [
    `${kind}: ${text}`,
    ...account
      .filter(({ sid, friendlyName }) => ids.has(sid) || ids.has(friendlyName))
      .map(
        ({ sid, phoneNumber, friendlyName }) => `at the carrier: ${phoneNumber} ${sid} tag ${friendlyName}`,
      ),
    ...bill
      .filter(({ sid, tag }) => ids.has(sid) || ids.has(tag ?? ''))
      .map(({ sid, phoneNumber, tag }) => `on the bill: ${phoneNumber} ${sid} tag ${tag}`),
    ...records.numbers
      .filter(({ id, tenantId }) => ids.has(id) || ids.has(tenantId ?? ''))
      .map(
        ({ id, phoneNumber, state, tenantId }) => `in the records: ${id} ${phoneNumber} ${state} ${tenantId}`,
      ),
    ...records.operations
      .filter(({ id, tenant_id }) => ids.has(id) || ids.has(tenant_id))
      .map(
        ({ id, kind, state, tenant_id, attempt, calls }) =>
          `operation: ${id} ${kind} ${state} of ${tenant_id || 'the pool'}, attempt ${attempt}, calls ${calls}`,
      ),
    ...records.trail
      .filter(({ number_id, operation_id }) => ids.has(number_id ?? '') || ids.has(operation_id ?? ''))
      .map((line) => `trail: ${line.event} ${line.tenant_id} by ${line.actor_id}: ${line.reason}`),
    ...told
      .filter(({ answer }) => answer.outcome === 'ok' && answer.number && ids.has(answer.number.numberId))
      .map(({ action, answer, wave }) => `told: "${action.id}" in wave ${wave}: ${JSON.stringify(answer)}`),
  ];
  return lines.map((line) => redactPhoneNumbers(line)).join('\n  ');
}
