import { readFile } from 'node:fs/promises';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Takes the indentation out of our own `html`, `svg` and `css` templates, which a minifier must leave alone. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    setup(build) {
      build.onLoad({ filter: /packages\/elements\/src\/.*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = path.endsWith('.styles.ts') ? squeezeStyles(source) : squeezeMarkup(source);
        return { contents, loader: 'ts' };
      });
    },
  };
}

function squeezeStyles(source: string): string {
  return source.replace(/css`([^`]*)`/g, (_, css: string) => {
    const tight = css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;\}/g, '}');
    return `css\`${tight.trim()}\``;
  });
}

/** Between two lines of markup only a space can matter, and only its being there. */
function squeezeMarkup(source: string): string {
  return source.replace(/(?<=[>`"}])\s*\n\s+(?=[<$])/g, ' ').replace(/\n\s+(?=[.@?]?[a-z-]+=)/g, ' ');
}
