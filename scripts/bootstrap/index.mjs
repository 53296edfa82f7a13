// What the workspace runs on. Kept apart from bootstrap.mjs so that its rules can be tested.

/** What npx fetches when the machine has nothing suitable. The pnpm version is the one the lockfile was written with. */
export const NODE_SPEC = 'node@24';
export const PNPM_SPEC = 'pnpm@12.21.0';

/** The tasks a newcomer can ask for, and the script each hands over to. */
export const TASKS = { start: 'scripts/start.ts', test: 'scripts/test.ts' };

/**
 * Whether this Node can run the workspace as it stands: TypeScript sources without a flag (22.18 on), node:sqlite
 * without a flag, and the ranges of tsup 9 (`^22.18 || ^24.11 || >=26`) and Vitest 5.
 *
 * @param {string} version such as `24.21.0`
 */
export function isUsableNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 24) return minor >= 11;
  return major >= 26;
}

/**
 * pnpm 12 takes all its configuration from pnpm-workspace.yaml and rejects keys it does not know.
 *
 * @param {string} version what `pnpm --version` printed
 */
export function isUsablePnpm(version) {
  return version.trim().startsWith('12.');
}

/**
 * PATH with a folder in front, so that `node` in child processes is the Node that was chosen.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} folder
 */
export function pathWith(env, folder) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return [folder, env.PATH].filter(Boolean).join(separator);
}
