import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../workspace/index.ts';
import { type FenceProgram, pathOf } from './fence-programs.ts';
import { type Fence, listRunnable, type RunnableFence } from './fences.ts';
import { matchesOutput } from './match-output.ts';

/** Runs something in a folder of its own that is gone afterwards. */
async function inEmptyFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-docs-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge({ fence, output }: RunnableFence, code: number, printed: string): string[] {
  const where = `${fence.file}:${fence.line}`;
  if (code !== 0) return [`${where}: exits with ${code}:\n${printed.trimEnd()}`];
  if (output === undefined) return [];
  const isJson = output.language === 'json';
  if (matchesOutput(output.text, printed, isJson)) return [];
  return [
    `${output.file}:${output.line}: the text promises\n${output.text}\nbut ${where} prints\n${printed.trimEnd()}`,
  ];
}

/** Runs the programs whose last fence is marked `run` with Node and compares what they print. */
export async function runPrograms(
  programs: readonly FenceProgram[],
  fences: readonly Fence[],
): Promise<string[]> {
  const findings: string[] = [];
  for (const runnable of listRunnable(fences, 'ts')) {
    const program = programs.find((one) => one.fences.at(-1) === runnable.fence);
    if (program === undefined) {
      findings.push(
        `${runnable.fence.file}:${runnable.fence.line}: only the last fence of a continued program can run`,
      );
      continue;
    }
    const { code, output } = await inEmptyFolder((cwd) =>
      runCommand(process.execPath, ['--disable-warning=ExperimentalWarning', pathOf(program)], {
        cwd,
        output: 'keep',
      }),
    );
    findings.push(...judge(runnable, code, output));
  }
  return findings;
}

/** Where the examples with curl point when the example runs as it does for a newcomer. */
const USUAL_ADDRESS = 'http://localhost:3000';

/** Runs the `sh run` fences against a server at another address than the usual one. */
export async function runShellFences(fences: readonly Fence[], address: string): Promise<string[]> {
  const findings: string[] = [];
  for (const runnable of listRunnable(fences, 'sh')) {
    const script = runnable.fence.text.replaceAll(USUAL_ADDRESS, address.replace(/\/$/, ''));
    const { code, output } = await inEmptyFolder((cwd) =>
      runCommand('bash', ['-euo', 'pipefail', '-c', script], { cwd, output: 'keep' }),
    );
    findings.push(...judge(runnable, code, output));
  }
  return findings;
}
