import { runCommand } from '../workspace/index.ts';
import type { Finding } from './finding.ts';

const OURS = ['numberkit', 'numberkit/sqlite', 'numberkit/twilio'];
const THEIRS = ['twilio'];
const ROUNDS = 7;

/** The middle value. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Imports modules one after the other in a fresh process and says how many milliseconds that took. */
async function timeImport(project: string, specifiers: readonly string[]): Promise<number> {
  const imports = specifiers.map((specifier) => `await import('${specifier}');`).join(' ');
  const script = `const start = performance.now(); ${imports} console.log(performance.now() - start);`;
  const { code, output } = await runCommand(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    output: 'keep',
  });
  if (code !== 0) throw new Error(`importing ${specifiers.join(', ')} failed:\n${output}`);
  return Number(output.trim().split('\n').at(-1));
}

/** Compares our start-up with that of the `twilio` package alone: alternating runs, medians, same machine, same minute. */
export async function checkImportTime(project: string): Promise<Finding[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first round of each fills the file cache and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const mine = await timeImport(project, OURS);
    const other = await timeImport(project, THEIRS);
    if (round === 0) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const ratio = medianOf(ours) / medianOf(theirs);
  const figures = `${medianOf(ours).toFixed(0)} ms against ${medianOf(theirs).toFixed(0)} ms`;
  console.log(
    `importing ${OURS.join(' + ')}: ${figures} for twilio alone, ratio ${ratio.toFixed(2)} (limit 0.50)`,
  );
  if (ratio < 0.5) return [];
  return [
    {
      problem: `importing our doors takes ${ratio.toFixed(2)} of the time of importing twilio; it must be under 0.50`,
      remedy: 'find what loads early with: node --cpu-prof, or move it behind `await import()`',
    },
  ];
}
