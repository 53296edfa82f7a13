import type { DoorTarget, Manifest } from '../workspace/index.ts';

/** A JavaScript file of `dist` and the source it is built from, both relative to the package. */
export interface Entry {
  readonly source: string;
  /** Path below `dist` without `.js`. */
  readonly name: string;
}

function javascriptOf(target: DoorTarget): string | undefined {
  const file = typeof target === 'string' ? target : target.default;
  return typeof file === 'string' && file.endsWith('.js') ? file : undefined;
}

/**
 * The entries of a package: each door and each command of `publishConfig`. `./dist/http/index.js` is built from
 * `src/http/index.ts`; files under `dist/bundle` are left to the package's own build.
 */
export function listEntries(manifest: Manifest): Entry[] {
  const doors = Object.values(manifest.publishConfig?.exports ?? {}).map(javascriptOf);
  const commands = Object.values(manifest.publishConfig?.bin ?? {});
  const names = [...doors, ...commands]
    .filter((file) => file !== undefined)
    .filter((file) => file.startsWith('./dist/') && !file.startsWith('./dist/bundle/'))
    .map((file) => file.slice('./dist/'.length, -'.js'.length));
  return [...new Set(names)].map((name) => ({ source: `src/${name}.ts`, name }));
}
