import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type WorkspacePackage } from '../workspace/index.ts';
import { emitDeclarations } from './declarations.ts';
import { listEntries } from './entries.ts';

const BUNDLE = join(import.meta.dirname, 'bundle.ts');

/**
 * Builds one package into its `dist`: tsup for JavaScript (one entry per door, shared code in chunks, everything that
 * is not a relative import left outside), then `tsc` for declarations. A package whose JavaScript is built otherwise
 * has a `tsup.config.ts` of its own.
 *
 * @returns undefined when it worked, else what went wrong.
 */
export async function buildPackage(one: WorkspacePackage): Promise<string | undefined> {
  const entries = listEntries(one.manifest);
  const missing = entries.filter((entry) => !existsSync(join(one.folder, entry.source)));
  if (missing.length > 0) {
    const list = missing.map((entry) => `  ${one.path}/${entry.source} is missing`).join('\n');
    return `publishConfig names doors that have no source:\n${list}`;
  }
  const ownConfig = existsSync(join(one.folder, 'tsup.config.ts'));
  const [command, args] = ownConfig ? ['tsup', ['--silent']] : [process.execPath, [BUNDLE]];
  const bundled = await runCommand(command, args, { cwd: one.folder, output: 'keep' });
  if (bundled.code !== 0) return bundled.output;
  return await emitDeclarations(one, entries);
}
