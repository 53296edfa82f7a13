import type { ForwardingCondition } from '@numberkit/contract';

/**
 * Which condition a test has to look at, to show that none of several is on any more. What shows that a line which is
 * not answered forwards nothing shows the same for all calls; a busy line and a phone that is off are matters of their
 * own, and of tests after this one: see `ways-left.ts`.
 * @param conditions all that may be on, the current one first
 */
export function conditionToProveOff(conditions: readonly ForwardingCondition[]): ForwardingCondition {
  if (conditions.includes('unanswered')) return 'unanswered';
  if (conditions.includes('no-answer')) return conditions.length > 1 ? 'unanswered' : 'no-answer';
  return conditions.includes('all') ? 'all' : (conditions[0] ?? 'all');
}
