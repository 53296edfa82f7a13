// The whole suite, step by step, ending with one plain line: `pnpm test`, or `node scripts/test.ts --only lint,unit`.

import {
  addCounts,
  formatCounts,
  listSteps,
  noCounts,
  pickSteps,
  runCheck,
  runTests,
  type Step,
  type StepOutcome,
} from './suite/index.ts';
import { stopCommands, stopWithParent } from './workspace/index.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function runStep(step: Step): Promise<StepOutcome> {
  console.log(`\n=== ${step.name}: ${step.what}`);
  const started = performance.now();
  const counts = step.kind === 'check' ? await runCheck(step) : await runTests(step);
  const outcome = { name: step.name, counts, ms: performance.now() - started };
  console.log(`=== ${step.name}: ${formatCounts(counts)} (${seconds(outcome.ms)})`);
  return outcome;
}

function printSummary(outcomes: readonly StepOutcome[], totalMs: number): void {
  const width = Math.max(...outcomes.map((one) => one.name.length));
  console.log('\nstep by step:');
  for (const { name, counts, ms } of outcomes) {
    const mark = counts.failed > 0 ? 'FAIL' : 'ok  ';
    console.log(`  ${mark} ${name.padEnd(width)}  ${seconds(ms).padStart(8)}  ${formatCounts(counts)}`);
  }
  console.log(`  all of it took ${seconds(totalMs)}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const picked = pickSteps(listSteps(), args);
  if (typeof picked === 'string') {
    console.error(picked);
    return 2;
  }
  const started = performance.now();
  const outcomes: StepOutcome[] = [];
  for (const step of picked) outcomes.push(await runStep(step));
  printSummary(outcomes, performance.now() - started);
  const total = outcomes.map((one) => one.counts).reduce(addCounts, noCounts);
  console.log(formatCounts(total));
  return total.failed === 0 ? 0 : 1;
}

stopWithParent(async (reason) => {
  console.error(`\nstopping the suite: ${reason}`);
  await stopCommands();
});
process.exitCode = await main(process.argv.slice(2));
