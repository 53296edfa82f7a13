import path from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Lets every part that is fetched later lean on the whole of what is there already. The bundler then keeps all of it in
 * one file, which compresses far better than two, instead of parting what is used later from what is not.
 *
 * @param entry the module that a page loads
 */
export function shareEverything(entry: string): Plugin {
  return {
    name: 'share-everything',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: specifier, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        return { path: path.resolve(resolveDir, specifier), namespace: 'later' };
      });
      build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: module }) => ({
        contents: `import ${JSON.stringify(entry)}; export * from ${JSON.stringify(module)};`,
        resolveDir: path.dirname(module),
      }));
    },
  };
}
