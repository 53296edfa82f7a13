import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackages } from './packages.ts';
import { runCommand, stopCommands } from './run-command.ts';
import { stopWithParent } from './stop-with-parent.ts';

/**
 * Runs the program `<folder>/<name>.ts` of whichever package has it; `name` is the first argument, the others are
 * handed on.
 *
 * @returns the exit code: 2 when there is no such program.
 */
export async function runProgram(folder: 'bench' | 'soak', args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const programs = listPrograms(folder);
  const found = programs.find((one) => one.name === name);
  if (found === undefined) {
    console.error(`usage: pnpm ${folder} <${programs.map((one) => one.name).join(' | ')}>`);
    return 2;
  }
  stopWithParent(() => stopCommands());
  const { code } = await runCommand(process.execPath, [found.file, ...rest]);
  return code;
}

/** Programs are the files directly in the folder; their parts lie deeper. */
function listPrograms(folder: string): { name: string; file: string }[] {
  return listPackages().flatMap((one) => {
    const place = join(one.folder, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ name: file.slice(0, -'.ts'.length), file: join(place, file) }));
  });
}
