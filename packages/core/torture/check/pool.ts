import { POOL } from '../settings.ts';
import type { Invariant, Violation, World } from './violation.ts';

/** Events after which a number that was bought for the pool no longer counts for it. */
const LEAVING = new Set([
  'number.activated',
  'number.purchase-refused',
  'number.release-intended',
  'number.lost',
]);

/**
 * No purchase for the pool was intended when the pool held enough. The trail tells the order: a claim's line is drafted
 * before its commit, and a purchase that counts its number as gone comes after that. It may be drafted even before its
 * number was bought, when it had to wait. Such numbers, and those that come back to the pool, are left out, which can
 * only hide something.
 */
export const checkPool: Invariant = (world) => {
  const { records } = world;
  const targets = largestOrders(world);
  const areas = new Map(records.numbers.map(({ id, areaCode }) => [id, areaCode ?? '']));
  const held = new Map<string, Set<string>>();
  const left = new Set<string>();
  const violations: Violation[] = [];
  for (const { event, tenant_id, number_id } of records.trail) {
    if (number_id === null) continue;
    const areaCode = areas.get(number_id) ?? '';
    const numbers = held.get(areaCode) ?? new Set();
    held.set(areaCode, numbers);
    if (LEAVING.has(event)) {
      numbers.delete(number_id);
      left.add(number_id);
    }
    if (event !== 'number.purchase-intended' || tenant_id !== null || left.has(number_id)) continue;
    numbers.add(number_id);
    const target = targets.get(areaCode) ?? 0;
    if (numbers.size <= target) continue;
    const text = `number ${numbers.size} was bought for the pool in ${areaCode}, and ${target} were ordered at most`;
    violations.push({ kind: 'double', text, about: [...numbers] });
  }
  return violations;
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
