import { describe, expect, it } from 'vitest';
import { DAY, HOUR, isDue, later, nextCheck } from './index.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);

describe('after a test', () => {
  const works = {
    status: 'verified',
    verdict: 'forwarded',
    confirm: false,
    checks: 0,
    proved: true,
  } as const;

  it('what works is looked at tomorrow, and what is off never', () => {
    expect(nextCheck(works, now)).toEqual({ checkAt: at(DAY), checks: 0 });
    expect(nextCheck({ ...works, status: 'off' }, now)).toEqual({ checkAt: null, checks: 0 });
  });

  it('a break is confirmed in ten minutes', () => {
    const broke = { ...works, verdict: 'not-forwarded', confirm: true, checks: 2 } as const;
    expect(nextCheck(broke, now)).toEqual({ checkAt: at(600_000), checks: 0 });
  });

  it('a test that showed nothing is repeated after 1, 4, and then every 24 hours', () => {
    const nothing = { ...works, verdict: 'nothing' } as const;
    const waits = [0, 1, 2, 3, 9].map((checks) => nextCheck({ ...nothing, checks }, now));
    expect(waits.map(({ checkAt }) => checkAt)).toEqual([at(HOUR), at(4 * HOUR), at(DAY), at(DAY), at(DAY)]);
    expect(waits.map(({ checks }) => checks)).toEqual([1, 2, 3, 4, 10]);
    expect(later({ checks: 1, proved: true }, now)).toEqual({ checkAt: at(4 * HOUR), checks: 2 });
  });

  it('a line that never came back may be a stranger’s, and is rung once a week in the end', () => {
    const stranger = { ...works, status: 'cancelling', verdict: 'nothing', proved: false } as const;
    const waits = [0, 1, 2, 6, 7, 99].map((checks) => nextCheck({ ...stranger, checks }, now).checkAt);
    expect(waits).toEqual([at(HOUR), at(4 * HOUR), at(DAY), at(DAY), at(7 * DAY), at(7 * DAY)]);
  });

  it('what is broken is looked at daily for a week, and then weekly', () => {
    const broken = { ...works, status: 'broken', verdict: 'not-forwarded' } as const;
    const waits = [0, 6, 7].map((checks) => nextCheck({ ...broken, checks }, now));
    expect(waits.map(({ checkAt }) => checkAt)).toEqual([at(DAY), at(DAY), at(7 * DAY)]);
    expect(waits.map(({ checks }) => checks)).toEqual([1, 7, 8]);
  });

  it('what is to be off and still forwards is tested again with the same pace', () => {
    const still = { ...works, status: 'cancelling', checks: 1 } as const;
    expect(nextCheck(still, now)).toEqual({ checkAt: at(4 * HOUR), checks: 2 });
  });
});

describe('what works is tested again', () => {
  const terms = { recheckDays: 7, recheckUnansweredDays: 30 };
  const quiet = {
    condition: 'all',
    verifiedAt: at(-DAY),
    doubtedAt: null,
    checks: 0,
    testedAt: at(-DAY),
    lastCallAt: null,
  } as const;

  it('by age, later where the test lets the line ring', () => {
    const of = (condition: 'all' | 'unanswered' | 'busy', days: number) =>
      isDue({ ...quiet, condition, verifiedAt: at(-days * DAY) }, terms, now);
    expect([of('all', 6), of('all', 7)]).toEqual([false, true]);
    expect([of('unanswered', 29), of('unanswered', 30), of('busy', 29)]).toEqual([false, true, false]);
  });

  it('when a test left something open', () => {
    expect(isDue(quiet, terms, now)).toBe(false);
    expect(isDue({ ...quiet, doubtedAt: at(-HOUR) }, terms, now)).toBe(true);
    expect(isDue({ ...quiet, checks: 1 }, terms, now)).toBe(true);
    expect(isDue({ ...quiet, verifiedAt: null }, terms, now)).toBe(true);
  });

  it('once when calls have stopped for three days, unless they had stopped long before', () => {
    const silent = (days: number, tested = -DAY * 20) =>
      isDue({ ...quiet, lastCallAt: at(-days * DAY), testedAt: at(tested) }, terms, now);
    expect([silent(2), silent(3), silent(16), silent(17)]).toEqual([false, true, true, false]);
    expect(silent(5, -DAY)).toBe(false);
    // The test of yesterday was made before the silence was noticed.
    expect(silent(3.5, -DAY)).toBe(true);
  });
});
