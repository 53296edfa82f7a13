import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type PlannedArea,
  planReplenishment,
  poissonTail,
  type ReplenishmentTerms,
} from './plan-replenishment.ts';

const terms: ReplenishmentTerms = {
  windowDays: 28,
  leadDays: 1,
  coverDays: 7,
  missMicros: 5_000_000,
  maximum: 50,
  budgetMicros: null,
};

function area(change: Partial<PlannedArea> = {}): PlannedArea {
  return { areaCode: '415', held: 0, claims: 0, misses: 0, priceMicros: 1_150_000, ...change };
}

const anyArea = (areaCode: string): fc.Arbitrary<PlannedArea> =>
  fc
    .record({
      held: fc.nat(30),
      claims: fc.nat(200),
      misses: fc.nat(50),
      priceMicros: fc.integer({ min: 1, max: 4_000_000 }),
      fixed: fc.option(fc.nat(40), { nil: undefined, freq: 3 }),
    })
    .map(({ fixed, ...rest }) => ({ areaCode, ...rest, ...(fixed !== undefined && { target: fixed }) }));
const anyAreas = fc.tuple(anyArea('212'), anyArea('415'), anyArea('510'), anyArea('646'));
const anyTerms: fc.Arbitrary<ReplenishmentTerms> = fc.record({
  windowDays: fc.integer({ min: 1, max: 90 }),
  leadDays: fc.integer({ min: 0, max: 14 }),
  coverDays: fc.integer({ min: 0, max: 30 }),
  missMicros: fc.nat(20_000_000),
  maximum: fc.nat(60),
  budgetMicros: fc.option(fc.nat(60_000_000), { nil: null }),
});

test('an area code without demand and without a target gets nothing', () => {
  expect(planReplenishment([area()], terms).areas).toEqual([
    { areaCode: '415', held: 0, target: 0, buy: 0, costMicros: 0 },
  ]);
});

test('a fixed target is filled up, and not a number more', () => {
  const plan = planReplenishment(
    [area({ held: 3, target: 10 }), area({ areaCode: '510', held: 9, target: 4 })],
    terms,
  );
  expect(plan.areas.map(({ buy }) => buy)).toEqual([7, 0]);
  expect(plan.costMicros).toBe(7 * 1_150_000);
});

test('28 claims in 28 days want somewhat more than the 8 of the days to be covered', () => {
  const [planned] = planReplenishment([area({ claims: 28 })], terms).areas;
  expect(planned?.target).toBeGreaterThan(8);
  expect(planned?.target).toBeLessThan(16);
});

test('a miss that costs more is insured by more stock, and a dear number by less', () => {
  const target = (change: Partial<PlannedArea>, other: Partial<ReplenishmentTerms> = {}) =>
    planReplenishment([area({ claims: 28, ...change })], { ...terms, ...other }).areas[0]?.target ?? -1;
  expect(target({}, { missMicros: 50_000_000 })).toBeGreaterThan(target({}));
  expect(target({ priceMicros: 10_000_000 })).toBeLessThan(target({}));
});

test('under a budget the most wanted numbers come first, and what is left out is told', () => {
  const plan = planReplenishment([area({ misses: 28 }), area({ areaCode: '510', misses: 3 })], {
    ...terms,
    budgetMicros: 5 * 1_150_000,
  });
  expect(plan.areas.map(({ areaCode, buy }) => [areaCode, buy])).toEqual([
    ['415', 5],
    ['510', 0],
  ]);
  expect(plan.unaffordable).toBeGreaterThan(0);
});

test('no plan exceeds its budget, buys a negative number, or fills an area code beyond its target', () => {
  fc.assert(
    fc.property(anyAreas, anyTerms, (areas, given) => {
      const plan = planReplenishment(areas, given);
      expect(plan.costMicros).toBeLessThanOrEqual(given.budgetMicros ?? Number.POSITIVE_INFINITY);
      expect(plan.costMicros).toBe(plan.areas.reduce((sum, { costMicros }) => sum + costMicros, 0));
      expect(plan.unaffordable).toBeGreaterThanOrEqual(0);
      for (const { buy, held, target } of plan.areas) {
        expect(buy).toBeGreaterThanOrEqual(0);
        expect(buy).toBeLessThanOrEqual(Math.max(0, target - held));
      }
    }),
  );
});

test('more demand in an area code never means fewer numbers for it', () => {
  fc.assert(
    fc.property(anyAreas, anyTerms, fc.nat(40), fc.nat(40), (areas, given, claims, misses) => {
      const bought = (list: readonly PlannedArea[]) =>
        planReplenishment(list, given).areas.find(({ areaCode }) => areaCode === '415')?.buy ?? -1;
      const more = areas.map((each) =>
        each.areaCode === '415'
          ? { ...each, claims: each.claims + claims, misses: each.misses + misses }
          : each,
      );
      expect(bought(more)).toBeGreaterThanOrEqual(bought(areas));
    }),
    { numRuns: 500 },
  );
});

test('the plan does not depend on the order in which area codes are told', () => {
  fc.assert(
    fc.property(anyAreas, anyTerms, (areas, given) => {
      expect(planReplenishment([...areas].reverse(), given)).toEqual(planReplenishment(areas, given));
    }),
  );
});

test('the tail of a Poisson demand falls from one to zero and grows with the mean', () => {
  expect(poissonTail(2, 0)).toBe(1);
  expect(poissonTail(0, 1)).toBe(0);
  expect(poissonTail(2, 1)).toBeCloseTo(1 - Math.exp(-2), 12);
  expect(poissonTail(900, 800)).toBeGreaterThan(0.99);
  expect(poissonTail(900, 1_000)).toBeLessThan(0.01);
});
