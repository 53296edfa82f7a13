import { DatabaseSync } from 'node:sqlite';
import type { ConversationRelayAgent } from '@numberkit/contract';

/** A row as a program written by hand reads it. */
export interface RouteRow {
  readonly number_id: string;
  readonly tenant_id: string;
  readonly agent: ConversationRelayAgent;
}

/** Looks up in the unencrypted file, by a statement prepared once. */
export function openReadable(file: string): (phoneNumber: string) => RouteRow | undefined {
  const statement = new DatabaseSync(file, { readOnly: true }).prepare(
    `select number.id as number_id, tenant.id as tenant_id, tenant.agent
     from numbers as number join tenants as tenant on tenant.id = number.tenant_id
     where number.phone_number = ?`,
  );
  return (phoneNumber) => {
    // The columns are text and not null.
    const row = statement.get(phoneNumber) as Record<'number_id' | 'tenant_id' | 'agent', string> | undefined;
    return row && { ...row, agent: JSON.parse(row.agent) };
  };
}

/** What every contender hands to the agent. */
export function parametersOf(row: RouteRow, call: Readonly<Record<string, unknown>>): Record<string, string> {
  return {
    ...row.agent.parameters,
    tenantId: row.tenant_id,
    numberId: row.number_id,
    calledNumber: String(call.To),
    caller: String(call.From),
    forwarded: String(call.ForwardedFrom !== undefined),
    stirVerstat: String(call.StirVerstat ?? ''),
  };
}
