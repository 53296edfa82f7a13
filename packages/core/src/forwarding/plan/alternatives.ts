import type { ForwardingCondition } from '@numberkit/contract';
import { type Evidence, type LineEntry, partsOfUnanswered, type Way } from '../dial-codes/index.ts';

/** One whole way to have a condition: one way of the data, or one for each part of `unanswered`. */
export interface Alternative {
  /** The codes without the number, one after the other; what our tests are counted by. */
  readonly code: string;
  readonly ways: readonly Way[];
  readonly evidence: Evidence;
}

/** The surest first. */
const CONFIDENCE: readonly Evidence['confidence'][] = ['official', 'reported', 'standard', 'conflicting'];

/**
 * Every way a line can have a condition, in the order of the data. `unanswered` in one code comes first, then its parts
 * one by one: a carrier that refuses the one may take the others. What nobody knows is left to the carrier.
 */
export function alternativesOf(line: LineEntry, condition: ForwardingCondition): readonly Alternative[] {
  const whole = (line.ways[condition] ?? []).map((way) => [way]);
  const parts = condition === 'unanswered' ? inParts(line) : [];
  const known = [...whole, ...parts].map((ways) => alternative(line, ways));
  const once = known.filter(({ code }, index) => known.findIndex((one) => one.code === code) === index);
  return once.length > 0 ? once : [alternative(line, [{ kind: 'ask-carrier' }])];
}

/** The first way of each part together, then the second of each, and so on; a part without one repeats its last. */
function inParts(line: LineEntry): readonly (readonly Way[])[] {
  const parts = partsOfUnanswered(line).map((condition) => line.ways[condition] ?? []);
  const most = Math.max(0, ...parts.map((ways) => ways.length));
  return Array.from({ length: most }, (_, index) =>
    parts.flatMap((ways) => ways[index] ?? ways.at(-1) ?? []),
  );
}

function alternative(line: LineEntry, ways: readonly Way[]): Alternative {
  const [weakest = line] = ways
    .map((way) => evidenceOf(line, way))
    .toSorted((a, b) => CONFIDENCE.indexOf(b.confidence) - CONFIDENCE.indexOf(a.confidence));
  return { code: [...new Set(ways.map(codeOf))].join(' '), ways, evidence: weakest };
}

function evidenceOf(line: LineEntry, way: Way): Evidence {
  return {
    confidence: way.confidence ?? line.confidence,
    sources: way.sources ?? line.sources,
    checkedOn: way.checkedOn ?? line.checkedOn,
  };
}

function codeOf(way: Way): string {
  if (way.kind === 'dial') return way.on;
  return way.kind === 'settings' ? way.path.join(' > ') : 'ask-carrier';
}
