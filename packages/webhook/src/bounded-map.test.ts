import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedMap } from './bounded-map.ts';

describe('the bounded map', () => {
  it('behaves as a list of the newest entries, whatever is done to it', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key, value: fc.nat() }),
      fc.record({ kind: fc.constant('delete' as const), key, value: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.array(step, { maxLength: 60 }), (maxEntries, steps) => {
        const map = createBoundedMap<number>(maxEntries);
        let model: [string, number][] = [];
        for (const { kind, key: name, value } of steps) {
          model = model.filter(([other]) => other !== name);
          if (kind === 'set') {
            map.set(name, value);
            model = maxEntries === 0 ? [] : [...model, [name, value] as [string, number]].slice(-maxEntries);
          } else {
            map.delete(name);
          }
          for (const one of ['a', 'b', 'c', 'd', 'e']) {
            expect(map.get(one)).toBe(new Map(model).get(one));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes as long to forget in a full map as in an empty one', () => {
    const timeOf = (entries: number): number => {
      const map = createBoundedMap<number>(entries);
      for (let index = 0; index < entries * 2; index += 1) {
        map.set(`first ${index}`, index);
      }
      const started = performance.now();
      for (let index = 0; index < 20_000; index += 1) {
        map.set(`then ${index}`, index);
      }
      return performance.now() - started;
    };
    timeOf(10);
    // Stepping over deleted entries made the second some hundred times as slow.
    expect(timeOf(20_000)).toBeLessThan(timeOf(10) * 20 + 50);
  });
});
