import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IdleNumber, type KeepAliveTerms, planKeepAlive } from './plan-keep-alive.ts';

const terms: KeepAliveTerms = {
  whenIdle: 'exercise',
  costPerCallMicros: 22_500,
  maxCostMicros: 5_000_000,
  surplus: {},
};

function idle(name: string, need = 3, change: Partial<IdleNumber> = {}): IdleNumber {
  return {
    numberId: `num_${name}`,
    phoneNumber: `+1415555${name.padStart(4, '0')}`,
    areaCode: '415',
    need,
    idleSince: new Date(Date.UTC(2026, 10, 1)),
    ...change,
  };
}

const anyIdle: fc.Arbitrary<readonly IdleNumber[]> = fc
  .array(fc.record({ need: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 28 }) }), {
    maxLength: 12,
  })
  .map((list) =>
    list.map(({ need, day }, place) =>
      idle(String(1000 + place), need, { idleSince: new Date(Date.UTC(2026, 9, day)) }),
    ),
  );

test('two idle numbers serve each other: three calls between them, not six', () => {
  const plan = planKeepAlive([idle('1'), idle('2')], [], terms);
  expect(plan.calls).toHaveLength(3);
  expect(plan.costMicros).toBe(3 * 22_500);
  expect(plan.atRisk).toEqual([]);
});

test('three idle numbers need five calls, as many as half of nine rounded up', () => {
  expect(planKeepAlive([idle('1'), idle('2'), idle('3')], [], terms).calls).toHaveLength(5);
});

test('one idle number calls another pooled one; alone in the pool it stays at risk', () => {
  const other = { numberId: 'num_9', phoneNumber: '+14155550009' };
  const plan = planKeepAlive([idle('1')], [other], terms);
  expect(plan.calls.map(({ to }) => to.numberId)).toEqual(['num_9', 'num_9', 'num_9']);
  expect(planKeepAlive([idle('1')], [], terms)).toMatchObject({ calls: [], atRisk: ['num_1'] });
});

test('only numbers beyond the target are released, the longest idle first; the rest is exercised', () => {
  const old = idle('1', 3, { idleSince: new Date(Date.UTC(2026, 8, 1)) });
  const plan = planKeepAlive([idle('2'), idle('3'), old], [], {
    ...terms,
    whenIdle: 'release',
    surplus: { '415': 1 },
  });
  expect(plan.releases).toEqual(['num_1']);
  expect(plan.calls).toHaveLength(3);
});

test('left alone, every idle number is told to be at risk', () => {
  const plan = planKeepAlive([idle('2'), idle('1')], [], { ...terms, whenIdle: 'leave' });
  expect(plan).toEqual({ calls: [], releases: [], atRisk: ['num_1', 'num_2'], costMicros: 0 });
});

test('no plan costs more than its bound, calls a number from itself, or leaves a need open while money is left', () => {
  fc.assert(
    fc.property(anyIdle, fc.nat(400_000), (list, maxCostMicros) => {
      const plan = planKeepAlive(list, [], { ...terms, maxCostMicros });
      expect(plan.costMicros).toBeLessThanOrEqual(maxCostMicros);
      for (const { from, to } of plan.calls) expect(from.numberId).not.toBe(to.numberId);
      if (list.length > 1 && plan.costMicros + 22_500 <= maxCostMicros) expect(plan.atRisk).toEqual([]);
    }),
  );
});

test('with money enough the calls are as few as can be', () => {
  fc.assert(
    fc.property(anyIdle, (list) => {
      if (list.length < 2) return;
      const needs = list.map(({ need }) => need);
      const total = needs.reduce((sum, need) => sum + need, 0);
      const fewest = Math.max(Math.ceil(total / 2), ...needs);
      expect(planKeepAlive(list, [], terms).calls).toHaveLength(fewest);
    }),
  );
});

test('the plan does not depend on the order in which numbers are told', () => {
  fc.assert(
    fc.property(anyIdle, (list) => {
      expect(planKeepAlive([...list].reverse(), [], terms)).toEqual(planKeepAlive(list, [], terms));
    }),
  );
});
