import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files that are code, or data that the bundler has taken into the code. */
const BUILT = /\.(ts|json|md)$/;

/** Copies the files of `src` that are read at run time (pages, styles, scripts for a browser) to the same place in `dist`. */
export async function copyAssets(folder: string): Promise<void> {
  const files = await readdir(join(folder, 'src'), { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || BUILT.test(file.name)) continue;
    const from = join(file.parentPath, file.name);
    const to = join(folder, 'dist', from.slice(join(folder, 'src').length));
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
}
