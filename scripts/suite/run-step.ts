import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runCommand } from '../workspace/index.ts';
import { type Counts, countCheck, countVitest } from './counts.ts';
import type { Step } from './steps.ts';

/** Runs a check and shows its output. */
export async function runCheck(step: Step): Promise<Counts> {
  const [command, ...args] = step.command;
  const { code, output } = await runCommand(command, args);
  if (output !== '') console.log(output);
  return countCheck(code);
}

/** Runs a Vitest project: people read the default reporter, the counts come from the JSON one. */
export async function runTests(step: Step): Promise<Counts> {
  const folder = join(root, '.artifacts', 'vitest');
  const file = join(folder, `${step.name}.json`);
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const [command, ...args] = step.command;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runCommand(command, [...args, ...reporters]);
  if (output !== '') console.log(output);
  const report = await readFile(file, 'utf8').catch(() => undefined);
  return countVitest(report, code);
}
