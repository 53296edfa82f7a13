import { join } from 'node:path';
import { root, runCommand } from '../workspace/index.ts';
import { isStale } from './is-stale.ts';

/** Builds the browser bundle of the elements when its sources are newer; returns what went wrong, if anything. */
export async function buildElements(): Promise<string | undefined> {
  const sources = [
    'packages/elements/src',
    'packages/elements/package.json',
    'packages/contract/src',
    'pnpm-lock.yaml',
  ];
  const bundle = join(root, 'packages/elements/dist/bundle');
  const stale = isStale(
    sources.map((path) => join(root, path)),
    bundle,
  );
  if (!stale) return undefined;
  console.log('building the elements for the browser');
  const { code, output } = await runCommand(process.execPath, ['scripts/build.ts', 'contract', 'elements'], {
    output: 'keep',
  });
  return code === 0 ? undefined : `Building the elements failed:\n${output}`;
}
