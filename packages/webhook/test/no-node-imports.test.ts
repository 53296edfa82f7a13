import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Follows the imports of a file that remain at run time; answers every specifier that is not a file. */
async function foreignImports(entry: URL): Promise<{ files: string[]; foreign: string[] }> {
  const files = new Set<string>();
  const foreign = new Set<string>();
  const visit = async (file: URL): Promise<void> => {
    if (files.has(file.href)) {
      return;
    }
    files.add(file.href);
    const source = await readFile(file, 'utf8');
    const statements = source.matchAll(
      /^(?:import|export)\s(?!type\s)[^;]*?\sfrom\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gms,
    );
    for (const [, from, dynamic, bare] of statements) {
      const specifier = from ?? dynamic ?? bare ?? '';
      if (specifier.startsWith('.')) {
        await visit(new URL(specifier, file));
      } else {
        foreign.add(specifier);
      }
    }
  };
  await visit(entry);
  return { files: [...files].map((href) => fileURLToPath(href)), foreign: [...foreign] };
}

describe('the entry of the package', () => {
  it('reaches no module of Node and no dependency', async () => {
    const { files, foreign } = await foreignImports(new URL('../src/index.ts', import.meta.url));
    expect(foreign).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });

  it('uses no global that only Node has', async () => {
    const { files } = await foreignImports(new URL('../src/index.ts', import.meta.url));
    for (const file of files) {
      const code = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code, file).not.toMatch(/\b(?:process|Buffer|require|__dirname|setImmediate|global)\b\s*[.(]/);
    }
  });
});
