import { join } from 'node:path';
import { root, runCommand } from '../workspace/index.ts';
import { isStale } from './is-stale.ts';

const SOURCES = [
  'examples/next/agent.ts',
  'examples/next/app',
  'examples/next/instrumentation.ts',
  'examples/next/next.config.ts',
  'examples/next/server',
  'examples/express/public',
  'examples/express/src',
  'packages/contract/src',
  'packages/core/src',
  'packages/elements/src',
  'packages/webhook/src',
  'pnpm-lock.yaml',
];

/** Builds the Next example when anything it is made of is newer; returns what went wrong, if anything. */
export async function buildNext(): Promise<string | undefined> {
  const folder = join(root, 'examples/next');
  const stale = isStale(
    SOURCES.map((path) => join(root, path)),
    join(folder, '.next/BUILD_ID'),
  );
  if (!stale) return undefined;
  console.log('building the Next example');
  const next = join(folder, 'node_modules/next/dist/bin/next');
  const { code, output } = await runCommand(process.execPath, [next, 'build', folder], {
    output: 'keep',
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  return code === 0 ? undefined : `Building the Next example failed:\n${output}`;
}
