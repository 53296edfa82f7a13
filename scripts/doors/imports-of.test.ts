import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eagerGraph, importsOf, packageOf } from './imports-of.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const files = {
    'index.js': `import { a } from './a.js'; export { b } from "./b.js"; import 'node:fs'; const late = () => import('zod');`,
    'a.js': `import hono from 'hono/tiny'; import './index.js'; require('pg');`,
    'b.js': `export const b = "import x from 'nowhere'";`,
    'c.js': `import 'never';`,
    'x.d.ts': `import type { Pool } from 'pg'; export type T = import('mysql2').Connection;`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the imports of built files', () => {
  it('tell what is loaded at once from what is loaded when asked for', () => {
    expect(importsOf(join(folder, 'index.js'))).toEqual({
      eager: ['./a.js', './b.js', 'node:fs'],
      late: ['zod'],
    });
    expect(importsOf(join(folder, 'a.js')).late).toEqual(['pg']);
  });

  it('include what declarations name', () => {
    expect(importsOf(join(folder, 'x.d.ts'))).toEqual({ eager: ['pg'], late: ['mysql2'] });
  });

  it('are followed through relative files, in circles too, but not through late imports', () => {
    const { files, packages } = eagerGraph(join(folder, 'index.js'));
    expect(files.map((file) => basename(file)).sort()).toEqual(['a.js', 'b.js', 'index.js']);
    expect(packages.sort()).toEqual(['hono/tiny', 'node:fs']);
  });

  it('belong to packages', () => {
    expect(['kysely/migration', '@scope/name/door', 'hono'].map(packageOf)).toEqual([
      'kysely',
      '@scope/name',
      'hono',
    ]);
  });
});
