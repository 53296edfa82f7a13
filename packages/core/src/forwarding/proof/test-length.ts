import type { ForwardingCondition } from '@numberkit/contract';

/** Rings longer than any line does before it forwards what nobody answers. */
const RING_CONDITIONAL = 60;
const RING_ALL = 30;
/** For the way to the line and back, and for listening whether a machine answers. */
const REST = 45;

/** The route stays attended for so long after a test, in milliseconds: calls may be late. */
export const ATTEND_MARGIN = 60_000;

/** How long a test call rings at most, in seconds. */
export function ringSeconds(condition: ForwardingCondition): number {
  return condition === 'all' ? RING_ALL : RING_CONDITIONAL;
}

/** From placing the call to the end of the test at the latest, in milliseconds. */
export function testLength(condition: ForwardingCondition): number {
  return (ringSeconds(condition) + REST) * 1_000;
}
