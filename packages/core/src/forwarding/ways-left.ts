import type { ForwardingCondition } from '@numberkit/contract';
import type { ForwardingChange, ForwardingRecord } from './forwarding-store.ts';

/**
 * What is left to be proved off once a test has shown it of some conditions: of all that the line was ever told, the
 * newest that is still open takes the place of the current way, so that the undo shows it and the next test looks at it.
 * @returns null when nothing is left
 */
export function waysLeft(
  { condition, earlierWays }: Pick<ForwardingRecord, 'condition' | 'earlierWays'>,
  shown: readonly ForwardingCondition[],
): ForwardingChange | null {
  const earlier = earlierWays.filter((way) => !shown.includes(way.condition));
  if (!shown.includes(condition)) return { earlierWays: earlier };
  const newest = earlier.at(-1);
  return newest ? { ...newest, alternative: 0, earlierWays: earlier.slice(0, -1) } : null;
}
