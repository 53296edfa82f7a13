import type { CallFacts, CallOutcome } from './call-record.ts';

/** A later one wins over an earlier one. Two different ends of one call do not happen; the order still decides. */
const ORDER: readonly CallOutcome[] = ['open', 'canceled', 'failed', 'no-answer', 'busy', 'completed'];

/**
 * Joins what two reports say about one call. It does not matter in which order reports are joined, how they are
 * grouped, and whether some are joined again: each field takes the greater (or the earlier) of two values, and
 * anything over nothing.
 */
export function foldCall(left: CallFacts, right: CallFacts): CallFacts {
  return {
    direction: left.direction === 'outbound' ? left.direction : right.direction,
    outcome: ORDER.indexOf(left.outcome) > ORDER.indexOf(right.outcome) ? left.outcome : right.outcome,
    answered: left.answered || right.answered,
    startedAt: pick(left.startedAt, right.startedAt, (one, other) => one < other),
    endedAt: pick(left.endedAt, right.endedAt, (one, other) => one > other),
    seconds: pick(left.seconds, right.seconds, (one, other) => one > other),
    billedMinutes: pick(left.billedMinutes, right.billedMinutes, (one, other) => one > other),
    price: pick(left.price, right.price, (one, other) =>
      one.currency === other.currency ? one.amountMicros > other.amountMicros : one.currency > other.currency,
    ),
    otherParty: pick(left.otherParty, right.otherParty, (one, other) => one > other),
  };
}

function pick<T>(left: T | null, right: T | null, wins: (one: T, other: T) => boolean): T | null {
  if (left === null) return right;
  if (right === null) return left;
  return wins(left, right) ? left : right;
}

/** Do both say the same? */
export function sameFacts(left: CallFacts, right: CallFacts): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

function inOrder(facts: CallFacts): readonly unknown[] {
  const { direction, outcome, answered, startedAt, endedAt, seconds, billedMinutes, price, otherParty } =
    facts;
  const money = price && [price.amountMicros, price.currency];
  return [direction, outcome, answered, startedAt, endedAt, seconds, billedMinutes, money, otherParty];
}
