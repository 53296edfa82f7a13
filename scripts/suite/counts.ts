/** How many tests passed, failed and were skipped. A step that is no Vitest project counts as one test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What one step of the suite came to. */
export interface StepOutcome {
  readonly name: string;
  readonly counts: Counts;
  readonly ms: number;
}

/** Nothing run, nothing found. */
export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export function addCounts(left: Counts, right: Counts): Counts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}

/** The plain line: `12 passed, 0 failed`, and how many were skipped when there were any. */
export function formatCounts(counts: Counts): string {
  const line = `${counts.passed} passed, ${counts.failed} failed`;
  return counts.skipped > 0 ? `${line}, ${counts.skipped} skipped` : line;
}

/** A check either holds or not. */
export function countCheck(exitCode: number): Counts {
  return exitCode === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

/** The numbers of Vitest's JSON report this suite reads. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

function isReport(value: unknown): value is VitestReport {
  if (typeof value !== 'object' || value === null) return false;
  const keys = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests'] as const;
  return keys.every((key) => key in value && typeof Reflect.get(value, key) === 'number');
}

/**
 * Counts one Vitest run. No report means that Vitest crashed, and a bad exit code with no failed test means that a file
 * did not load, an error was left unhandled, or no test was found: each counts as one failure, so nothing is lost.
 */
export function countVitest(report: string | undefined, exitCode: number): Counts {
  const parsed = parseReport(report);
  if (parsed === undefined) return { ...noCounts, failed: 1 };
  const failed = parsed.numFailedTests === 0 && exitCode !== 0 ? 1 : parsed.numFailedTests;
  const skipped = parsed.numPendingTests + parsed.numTodoTests;
  if (failed === 0 && parsed.numPassedTests === 0) return { passed: 0, failed: 1, skipped };
  return { passed: parsed.numPassedTests, failed, skipped };
}

function parseReport(report: string | undefined): VitestReport | undefined {
  if (report === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(report);
    return isReport(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
