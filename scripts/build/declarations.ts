import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root, runCommand, type WorkspacePackage } from '../workspace/index.ts';
import type { Entry } from './entries.ts';
import { listSpecifiers, rewriteSpecifiers } from './specifiers.ts';

const CONTRACT = '@numberkit/contract';

/** Whether a package names another as one it needs when installed. */
function dependsOn(one: WorkspacePackage, name: string): boolean {
  const { dependencies, peerDependencies } = one.manifest;
  return dependencies?.[name] !== undefined || peerDependencies?.[name] !== undefined;
}

/**
 * Emits the declarations of a package into `dist` with `tsc`, spells their specifiers as consumers need them, and
 * removes those no door leads to.
 *
 * @returns undefined when it worked, else what went wrong.
 */
export async function emitDeclarations(
  one: WorkspacePackage,
  entries: readonly Entry[],
): Promise<string | undefined> {
  const dist = join(one.folder, 'dist');
  const emitted = await runCommand('tsc', ['-p', 'tsconfig.build.json', '--pretty', 'false'], {
    cwd: one.folder,
    output: 'keep',
  });
  if (emitted.code !== 0) return emitted.output;
  const carriesContract = one.manifest.name !== CONTRACT && !dependsOn(one, CONTRACT);
  const visited = new Set<string>();
  const queue = entries.map((entry) => `${entry.name}.d.ts`);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (visited.has(file)) continue;
    visited.add(file);
    const text = await readFile(join(dist, file), 'utf8').catch(() => undefined);
    if (text === undefined) return `${one.path}/dist/${file}: tsc did not emit this declaration`;
    if (carriesContract && text.includes(CONTRACT)) queue.push(...(await copyContract(dist)));
    const rewritten = rewriteSpecifiers(text, { file, carriesContract });
    await writeFile(join(dist, file), rewritten);
    queue.push(...listSpecifiers(rewritten, file));
  }
  await removeOthers(dist, visited);
  return undefined;
}

/**
 * `@numberkit/webhook` has no dependencies, yet its types come from the contract: its tarball carries a copy of the
 * contract's declarations, which the build of the contract has made just before.
 */
async function copyContract(dist: string): Promise<string[]> {
  const source = join(root, 'packages', 'contract', 'dist');
  const files = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.d.ts'));
  for (const file of files) {
    const target = join(dist, 'contract', file);
    await mkdir(join(target, '..'), { recursive: true });
    await copyFile(join(source, file), target);
  }
  return ['contract/index.d.ts'];
}

async function removeOthers(dist: string, kept: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path.endsWith('.d.ts') && !kept.has(relative(dist, path))) await rm(path);
  }
}
