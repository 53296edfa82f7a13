import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedMap } from './bounded-map.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('the bounded map', () => {
  it('holds the newest entries, at least half of what it may hold and never more, whatever is done to it', () => {
    const key = fc.constantFrom(...NAMES);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key, value: fc.nat() }),
      fc.record({ kind: fc.constant('delete' as const), key, value: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.array(step, { maxLength: 60 }), (maxEntries, steps) => {
        const map = createBoundedMap<number>(maxEntries);
        let newest: [string, number][] = [];
        for (const { kind, key: name, value } of steps) {
          newest = newest.filter(([other]) => other !== name);
          if (kind === 'set') {
            map.set(name, value);
            newest.push([name, value]);
          } else {
            map.delete(name);
          }
          const held = NAMES.filter((one) => map.get(one) !== undefined);
          expect(held.length).toBeLessThanOrEqual(maxEntries);
          // What it holds is never stale, and what was deleted is gone.
          const truth = new Map(newest);
          for (const one of held) expect(map.get(one)).toBe(truth.get(one));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never forgets the newest half', () => {
    for (const maxEntries of [1, 2, 5, 10]) {
      const map = createBoundedMap<number>(maxEntries);
      for (let entry = 0; entry < 50; entry += 1) {
        map.set(String(entry), entry);
        for (let age = 0; age < Math.max(1, Math.floor(maxEntries / 2)); age += 1) {
          if (entry >= age) expect(map.get(String(entry - age))).toBe(entry - age);
        }
      }
    }
  });
});
