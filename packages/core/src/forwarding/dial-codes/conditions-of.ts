import type { ForwardingCondition, LineKind } from '@numberkit/contract';
import type { CarrierEntry, LineEntry } from './carrier-entry.ts';

const CONDITIONS: readonly ForwardingCondition[] = ['unanswered', 'all', 'no-answer', 'busy', 'unreachable'];

/**
 * The conditions a line can forward on, the recommended one first. A line with codes for busy and for no answer can do
 * `unanswered` too: with one code after the other.
 */
export function conditionsOf(line: LineEntry): readonly ForwardingCondition[] {
  return CONDITIONS.filter((condition) => {
    if (line.ways[condition]) return true;
    return condition === 'unanswered' && partsOfUnanswered(line).length > 0;
  });
}

/** The conditions that together make `unanswered` on a line with codes for each; empty where they do not. */
export function partsOfUnanswered(line: LineEntry): readonly ForwardingCondition[] {
  const { busy, 'no-answer': noAnswer, unreachable } = line.ways;
  if (!busy || !noAnswer) return [];
  return unreachable ? ['no-answer', 'busy', 'unreachable'] : ['no-answer', 'busy'];
}

/** The carrier's line of a kind; its first where it has none of that kind or none was named. */
export function lineOf(carrier: CarrierEntry, kind?: LineKind): LineEntry {
  const line = carrier.lines.find((one) => one.kind === kind) ?? carrier.lines[0];
  // An entry without lines is refused when it is read: see `checkCarrier`.
  if (!line) throw new Error(`${carrier.id} has no lines`);
  return line;
}
