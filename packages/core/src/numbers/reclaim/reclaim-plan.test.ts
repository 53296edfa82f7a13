import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planReclaim, planStart, type ReclaimedNumber } from './reclaim-plan.ts';
import { type SetReclaimPolicy, setReclaimPolicy } from './reclaim-policy.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 10, 22, 12);
const at = (days: number) => new Date(START + days * DAY);

/** Runs the plan at the given moments (days after the start) as the sweep does, and notes what happened when. */
function live(policy: SetReclaimPolicy, graceDays: number, moments: readonly number[]) {
  const start = planStart(policy, graceDays, at(0));
  let number: ReclaimedNumber & { dueAt: Date | null } = { state: 'assigned', restUntil: null, ...start };
  const steps: { day: number; step: string; daysBefore?: number }[] = [];
  for (const day of moments) {
    const now = at(day);
    if (number.dueAt === null || now < number.dueAt) continue;
    const plan = planReclaim(number, policy, now);
    if (plan.step === 'wait') number = { ...number, dueAt: plan.dueAt };
    if (plan.step === 'warn') {
      steps.push({ day, step: 'warn', daysBefore: plan.daysBefore });
      number = { ...number, reclaimWarned: plan.daysBefore, dueAt: plan.dueAt };
    } else if (plan.step === 'rest') {
      steps.push({ day, step: 'rest' });
      const { restUntil } = plan;
      number = { state: 'resting', reclaimAt: null, reclaimWarned: null, restUntil, dueAt: restUntil };
    } else if (plan.step === 'pool' || plan.step === 'release') {
      steps.push({ day, step: plan.step });
      number = { ...number, state: 'pooled', restUntil: null, dueAt: null };
    }
  }
  return steps;
}

describe('the plan of a reclaim', () => {
  test('warns, rests and returns, each on its day', () => {
    const days = Array.from({ length: 100 }, (_, day) => day);
    expect(live(setReclaimPolicy({}), 30, days)).toEqual([
      { day: 16, step: 'warn', daysBefore: 14 },
      { day: 23, step: 'warn', daysBefore: 7 },
      { day: 29, step: 'warn', daysBefore: 1 },
      { day: 30, step: 'rest' },
      { day: 75, step: 'pool' },
    ]);
  });

  test('gives only the most pressing of the warnings that came due while no sweep ran', () => {
    expect(live(setReclaimPolicy({}), 30, [0, 24, 25, 30])).toEqual([
      { day: 24, step: 'warn', daysBefore: 7 },
      { day: 30, step: 'rest' },
    ]);
  });

  test('does not warn of what the beginning of a short grace period says already', () => {
    const days = Array.from({ length: 10 }, (_, day) => day);
    expect(live(setReclaimPolicy({}), 7, days)).toEqual([
      { day: 6, step: 'warn', daysBefore: 1 },
      { day: 7, step: 'rest' },
    ]);
  });

  test('without grace rests at once, and releases afterwards when the policy says so', () => {
    const policy = setReclaimPolicy({ restDays: 3, afterRest: 'release' });
    expect(live(policy, 0, [0, 1, 2, 3, 4])).toEqual([
      { day: 0, step: 'rest' },
      { day: 3, step: 'release' },
    ]);
  });

  test.each(['buying', 'pooled', 'releasing', 'released', 'refused', 'porting'] as const)(
    'has nothing to do for a number in state %s',
    (state) => {
      const number = { state, reclaimAt: at(-1), reclaimWarned: null, restUntil: at(-1) };
      expect(planReclaim(number, setReclaimPolicy({}), at(0))).toEqual({ step: 'nothing' });
    },
  );

  const days = fc.double({ min: 0, max: 60, noNaN: true });
  const policies = fc.record({
    warningDays: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    restDays: fc.integer({ min: 0, max: 30 }),
    afterRest: fc.constantFrom('pool' as const, 'release' as const),
  });

  test('whenever sweeps run, keeps its promises', () => {
    fc.assert(
      fc.property(
        policies,
        fc.integer({ min: 0, max: 50 }),
        fc.array(days, { maxLength: 60 }),
        (given, graceDays, moments) => {
          const policy = setReclaimPolicy(given);
          const steps = live(
            policy,
            graceDays,
            [...moments].sort((a, b) => a - b),
          );
          const warned = steps.flatMap(({ daysBefore }) => (daysBefore === undefined ? [] : [daysBefore]));
          // Each warning at most once, in order, only those of the policy, and none before its time.
          expect(warned).toEqual([...new Set(warned)].sort((a, b) => b - a));
          for (const { day, daysBefore = 0, step } of steps) {
            if (step !== 'warn') continue;
            expect(policy.warningDays).toContain(daysBefore);
            expect(day).toBeGreaterThanOrEqual(graceDays - daysBefore);
            expect(day).toBeLessThan(graceDays);
          }
          // Never taken before the grace period ends, never given on before the rest ends, and once only.
          const rests = steps.filter(({ step }) => step === 'rest');
          const ends = steps.filter(({ step }) => step === policy.afterRest);
          expect(rests.length).toBeLessThanOrEqual(1);
          expect(ends.length).toBeLessThanOrEqual(rests.length);
          for (const { day } of rests) expect(day).toBeGreaterThanOrEqual(graceDays);
          for (const { day } of ends)
            expect(day).toBeGreaterThanOrEqual((rests[0]?.day ?? 0) + policy.restDays);
        },
      ),
    );
  });

  test('a sweep that runs every hour misses nothing', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 0, max: 50 }), (given, graceDays) => {
        const policy = setReclaimPolicy(given);
        const hours = Array.from({ length: 24 * 100 }, (_, hour) => hour / 24);
        const steps = live(policy, graceDays, hours);
        const expected = [...new Set(policy.warningDays)].filter((day) => day > 0 && day < graceDays);
        expect(steps.filter(({ step }) => step === 'warn')).toHaveLength(expected.length);
        expect(steps.slice(-2).map(({ step }) => step)).toEqual(['rest', policy.afterRest]);
      }),
      { numRuns: 20 },
    );
  });

  test('never is due for ever: what it plans next lies later, or changes the number', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 0, max: 50 }), days, (given, graceDays, day) => {
        const policy = setReclaimPolicy(given);
        const number = {
          state: 'assigned',
          restUntil: null,
          ...planStart(policy, graceDays, at(0)),
        } as const;
        const plan = planReclaim(number, policy, at(day));
        if (plan.step === 'wait') expect(plan.dueAt.getTime()).toBeGreaterThan(at(day).getTime());
        else expect(['warn', 'rest']).toContain(plan.step);
      }),
    );
  });
});
