import { describe, expect, it } from 'vitest';
import { listEntries } from './entries.ts';

describe('listEntries', () => {
  it('finds a source for each door and each command, once', () => {
    const manifest = {
      name: 'x',
      version: '0.0.0',
      publishConfig: {
        bin: { x: './dist/bin.js' },
        exports: {
          '.': { types: './dist/index.d.ts', browser: null, default: './dist/index.js' },
          './again': { types: './dist/index.d.ts', default: './dist/index.js' },
          './deep': { types: './dist/a/b/index.d.ts', default: './dist/a/b/index.js' },
          './bundle': './dist/bundle/x.js',
          './package.json': './package.json',
        },
      },
    };
    expect(listEntries(manifest)).toEqual([
      { name: 'index', source: 'src/index.ts' },
      { name: 'a/b/index', source: 'src/a/b/index.ts' },
      { name: 'bin', source: 'src/bin.ts' },
    ]);
  });

  it('finds nothing in a package that publishes nothing', () => {
    expect(listEntries({ name: 'x', version: '0.0.0' })).toEqual([]);
  });
});
