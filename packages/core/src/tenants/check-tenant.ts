import type { AgentConfig, FieldProblem } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import { assertTenantId } from '../tenant-id.ts';
import { tenantErrors } from './errors.ts';
import type { TenantChange } from './tenant-change.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

/** Checks a tenant before it is stored. @throws NumberkitError `invalid-tenant-id`, `invalid-tenant` with every refused field. */
export function checkTenant(change: TenantChange): void {
  assertTenantId(change.id);
  const problems = [...agentProblems(change.agent ?? null), ...phoneProblems(change)];
  if (problems.length === 0) return;
  throw new NumberkitError(tenantErrors.invalidTenant, {
    detail: `The tenant is refused: ${problems.map((each) => `${each.field} ${each.reason}`).join('; ')}.`,
    fields: problems,
  });
}

function phoneProblems(change: TenantChange): FieldProblem[] {
  const phone = change.recoveryPhone ?? null;
  return phone === null || E164.test(phone) ? [] : [notE164('recoveryPhone')];
}

/** What is wrong with an agent, field by field. The agent speaks to callers, so we look before a caller does. */
function agentProblems(agent: AgentConfig | null): FieldProblem[] {
  switch (agent?.kind) {
    case undefined:
      return [];
    case 'conversation-relay':
    case 'media-stream':
      return schemeProblems('agent.url', agent.url, isOwnMachine(agent.url) ? ['wss:', 'ws:'] : ['wss:']);
    case 'redirect':
      return schemeProblems('agent.url', agent.url, ['https:', 'http:']);
    case 'sip':
      return schemeProblems('agent.uri', agent.uri, ['sip:', 'sips:']);
    case 'dial':
      return E164.test(agent.phoneNumber) ? [] : [notE164('agent.phoneNumber')];
    case 'say':
      return agent.text.trim() === ''
        ? [{ field: 'agent.text', reason: 'is empty', remedy: 'Write what the caller should hear.' }]
        : [];
    default:
      return [
        {
          field: 'agent.kind',
          reason: 'is not one we know',
          remedy: 'Use conversation-relay, media-stream, sip, dial, redirect or say.',
        },
      ];
  }
}

function schemeProblems(field: string, address: string, schemes: readonly string[]): FieldProblem[] {
  const scheme = URL.canParse(address) ? new URL(address).protocol : '';
  if (schemes.includes(scheme)) return [];
  const wanted = `${schemes[0]}//…`.replace('sip://', 'sip:');
  return [
    { field, reason: `is not an address of the form ${wanted}`, remedy: `Give a full address: ${wanted}` },
  ];
}

/** Twilio demands `wss:`; a plain `ws:` address of this very machine is meant for a simulator. */
function isOwnMachine(address: string): boolean {
  return URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function notE164(field: string): FieldProblem {
  return {
    field,
    reason: 'is not a number in E.164 form',
    remedy: 'Write it with + and country code: +14155550142.',
  };
}
