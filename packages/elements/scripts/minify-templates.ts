import { readFile } from 'node:fs/promises';
import { paths } from '@numberkit/contract';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Takes the indentation out of our own `html`, `svg` and `css` templates, which a minifier must leave alone. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    setup(build) {
      build.onLoad({ filter: /packages\/elements\/src\/.*\.ts$/ }, async ({ path }) => {
        const source = inlinePaths(await readFile(path, 'utf8'));
        const minify = async (css: string) =>
          (await build.esbuild.transform(css, { loader: 'css', minify: true, target: 'esnext' })).code.trim();
        const contents = path.endsWith('.styles.ts')
          ? await squeezeStyles(source, minify)
          : squeezeMarkup(source);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** `paths.x` as the address itself: a bundler would bring the table of all routes along for it. */
function inlinePaths(source: string): string {
  const known: Readonly<Record<string, string>> = paths;
  return source.replace(/(?<![.\w])paths\.(\w+)/g, (text, name: string) =>
    known[name] ? JSON.stringify(known[name]) : text,
  );
}

async function squeezeStyles(source: string, minify: (css: string) => Promise<string>): Promise<string> {
  const parts = source.split(/css`([^`]*)`/);
  const squeezed = parts.map(async (part, index) => (index % 2 ? `css\`${await minify(part)}\`` : part));
  return (await Promise.all(squeezed)).join('');
}

/** Between two lines of markup only a space can matter, and only its being there. */
function squeezeMarkup(source: string): string {
  return source.replace(/(?<=[>`"}])\s*\n\s+(?=[<$])/g, ' ').replace(/\n\s+(?=[.@?]?[a-z-]+=)/g, ' ');
}
