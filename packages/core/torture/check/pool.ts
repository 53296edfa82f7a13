import { POOL } from '../settings.ts';
import type { Invariant, World } from './violation.ts';

/** The pool never holds more numbers bought for it than the largest order for an area code asked for. */
export const checkPool: Invariant = (world) => {
  const targets = largestOrders(world);
  const backAgain = new Set(
    world.records.trail
      .filter(({ event }) => event === 'number.returned' || event === 'number.adopted')
      .map(({ number_id }) => number_id),
  );
  const fresh = world.records.numbers.filter(({ id, state }) => state === 'pooled' && !backAgain.has(id));
  return [...Map.groupBy(fresh, ({ areaCode }) => areaCode ?? '')].flatMap(([areaCode, held]) => {
    const target = targets.get(areaCode) ?? 0;
    if (held.length <= target) return [];
    const text = `the pool holds ${held.length} numbers in ${areaCode}, and ${target} were ordered at most`;
    return [{ kind: 'double' as const, text, about: held.map(({ id }) => id) }];
  });
};

function largestOrders({ told }: World): ReadonlyMap<string, number> {
  const targets = new Map<string, number>(Object.entries(POOL.targets));
  for (const { action } of told) {
    if (action.kind !== 'prebuy') continue;
    for (const areaCode of action.areaCodes) {
      targets.set(areaCode, Math.max(targets.get(areaCode) ?? 0, action.countPerArea));
    }
  }
  return targets;
}
