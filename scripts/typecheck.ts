// Type-checks every TypeScript project of the workspace: `pnpm typecheck`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listExamples, listPackages, root, runCommand } from './workspace/index.ts';

/** `tsconfig.build.json` only differs in what it emits, so it is no project of its own here. */
function listProjects(path: string): string[] {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name) && name !== 'tsconfig.build.json')
    .sort()
    .map((name) => `${path}/${name}`);
}

const folders = [...listPackages(), ...listExamples()].map((one) => one.path);
const projects = [...folders, 'scripts'].flatMap(listProjects);
let failed = 0;
for (const project of projects) {
  const started = performance.now();
  const { code, output } = await runCommand('tsc', ['-p', project, '--noEmit', '--pretty', 'false'], {
    output: 'keep',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${project} (${seconds} s)`);
  if (code !== 0) {
    failed += 1;
    console.log(output.trimEnd());
  }
}
console.log(`${projects.length - failed} of ${projects.length} projects type-check`);
process.exitCode = failed === 0 ? 0 : 1;
