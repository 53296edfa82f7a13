import { describe, expect, it } from 'vitest';
import { addCounts, countCheck, countVitest, formatCounts, noCounts } from './counts.ts';

function report(passed: number, failed = 0, pending = 0, todo = 0): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });
}

describe('counting', () => {
  it('counts a check as one test', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes passed, failed and left-out tests from the report of Vitest', () => {
    expect(countVitest(report(5, 2, 1, 1), 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a Vitest that crashed before it could report as one failure', () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest('{"numPassedTests": 3', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest('{}', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a bad exit code without a failed test as one failure', () => {
    expect(countVitest(report(9), 1)).toEqual({ passed: 9, failed: 1, skipped: 0 });
  });

  it('does not call a project without tests a success', () => {
    expect(countVitest(report(0), 0).failed).toBe(1);
    expect(countVitest(report(0, 0, 4), 0)).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });

  it('ends with one plain line that names skipped tests only when there are any', () => {
    const total = [countCheck(0), countVitest(report(3), 0)].reduce(addCounts, noCounts);
    expect(formatCounts(total)).toBe('4 passed, 0 failed');
    expect(formatCounts({ ...total, skipped: 2 })).toBe('4 passed, 0 failed, 2 skipped');
  });
});
