import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Imports a door in a process of its own and lists what of other packages was loaded. */
async function thirdPartiesOf(door: string): Promise<string[]> {
  const href = new URL(`../../src/${door}`, import.meta.url).href;
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({
      resolve(specifier, context, next) {
        const found = next(specifier, context);
        if (found.url.includes('/node_modules/')) loaded.add(specifier);
        return found;
      },
    });
    await import(${JSON.stringify(href)});
    console.log(JSON.stringify([...loaded]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return JSON.parse(stdout);
}

test.each(['storage/kysely/sqlite/index.ts', 'storage/kysely/postgres/index.ts'])(
  'importing %s loads no third party',
  async (door) => {
    expect(await thirdPartiesOf(door)).toEqual([]);
  },
);

test('the check sees a third party when there is one', async () => {
  expect(await thirdPartiesOf('storage/kysely/sqlite/open-sqlite.ts')).toContain('kysely');
});
