import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Code that reads a file beside itself (`new URL('./page.html', import.meta.url)`) ends up in a chunk somewhere else in
 * `dist`. This spells its `import.meta.url` as the place it would have had, found through the package's own name, so
 * that files copied to `dist` in the layout of `src` are where it looks.
 */
export function keepPlace(packageName: string, folder: string): Plugin {
  return {
    name: 'keep-place',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes('import.meta.url')) return undefined;
        const contents = source.replaceAll(
          'import.meta.url',
          placeExpression(packageName, relative(folder, path)),
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The expression that stands for the address a source would have in `dist`, had it been built on its own. */
export function placeExpression(packageName: string, path: string): string {
  const built = path
    .split(sep)
    .join('/')
    .replace(/^src\//, 'dist/')
    .replace(/\.ts$/, '.js');
  return `new URL('${built}', import.meta.resolve('${packageName}/package.json')).href`;
}
