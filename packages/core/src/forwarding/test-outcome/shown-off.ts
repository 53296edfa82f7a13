import type { ForwardingCondition } from '@numberkit/contract';
import type { TestEvidence } from './evidence.ts';
import { OFF_TABLE } from './outcome-tables.ts';
import { signOfCall } from './sign-of-call.ts';

const CONDITIONS: readonly ForwardingCondition[] = ['all', 'unanswered', 'busy', 'no-answer', 'unreachable'];

/**
 * Of which conditions the end of a test call shows that nothing is forwarded. A person who answers shows it of all calls,
 * and nothing about a line that is busy.
 */
export function shownOff(evidence: TestEvidence): readonly ForwardingCondition[] {
  const sign = signOfCall(evidence);
  if (sign === undefined) return [];
  return CONDITIONS.filter((condition) => OFF_TABLE[sign][condition].outcome === 'off');
}
