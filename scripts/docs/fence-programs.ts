import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCommand } from '../workspace/index.ts';
import type { Fence } from './fences.ts';

/** A program written from one fence, or from several that continue each other. */
export interface FenceProgram {
  readonly fences: readonly Fence[];
  /** File name below the folder of programs. */
  readonly name: string;
}

/** Inside the workspace, so that imports resolve as they do for a reader: through docs/package.json. */
const FOLDER = join(root, 'docs', '.artifacts', 'fences');

/** Absolute path of a program. */
export function pathOf(program: FenceProgram): string {
  return join(FOLDER, program.name);
}

/** Groups `ts` fences into programs: a fence marked `continued` goes on with the one before it. */
export function planPrograms(fences: readonly Fence[]): FenceProgram[] {
  const groups: Fence[][] = [];
  for (const fence of fences.filter((one) => one.language === 'ts')) {
    const previous = groups.at(-1);
    if (fence.words.includes('continued') && previous?.[0]?.file === fence.file) previous.push(fence);
    else groups.push([fence]);
  }
  return groups.map((group) => {
    const { file, line } = group[0] ?? { file: '', line: 0 };
    return { fences: group, name: `${file.replaceAll('/', '__').replace(/\.md$/, '')}__${line}.ts` };
  });
}

/** Writes the programs, replacing what was there. */
export function writePrograms(programs: readonly FenceProgram[]): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const program of programs) {
    const text = program.fences.map((fence) => fence.text).join('\n');
    // `export {}` makes it a module even where the fence imports nothing; last, so that lines stay where they are.
    writeFileSync(pathOf(program), `${text}\nexport {};\n`);
  }
}

/** The Markdown line a line of a program comes from. */
export function markdownLine(program: FenceProgram, line: number): string {
  let rest = line;
  for (const fence of program.fences) {
    const length = fence.text.split('\n').length;
    if (rest <= length) return `${fence.file}:${fence.line + rest}`;
    rest -= length;
  }
  const last = program.fences.at(-1);
  return `${last?.file}:${last?.line}`;
}

/** Type-checks every program; messages point into the Markdown. */
export async function typecheckPrograms(programs: readonly FenceProgram[]): Promise<string[]> {
  if (programs.length === 0) return [];
  const { code, output } = await runCommand('tsc', ['-p', 'docs', '--noEmit', '--pretty', 'false'], {
    output: 'keep',
  });
  if (code === 0) return [];
  const messages = output
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith(' '));
  const findings = messages.flatMap((message) => {
    const found = /^docs\/\.artifacts\/fences\/([^(]+)\((\d+),\d+\): (.*)$/.exec(message);
    const program = programs.find((one) => one.name === found?.[1]);
    return program === undefined ? [] : [`${markdownLine(program, Number(found?.[2]))}: ${found?.[3]}`];
  });
  const elsewhere = messages.length - findings.length;
  if (elsewhere > 0)
    findings.push(`the sources that the examples import do not type-check themselves; run: pnpm typecheck`);
  return findings;
}
